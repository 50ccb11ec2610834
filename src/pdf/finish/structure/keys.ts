// Elements that were printed with a key (see page/keys.ts), as what they are.

import type { PDFDict, PDFDocument } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../../library.js'
import { type Key, type KeyKind, readKey } from '../../page/keys.js'
import { type Element, elementsOf, type Kid, newElement } from './tree.js'

/** Structure types; `Aside` is PDF 2.0 and mapped, the lower-case ones are made into something else later. */
const types: Readonly<Record<KeyKind, string>> = {
  article: 'Art',
  aside: 'Aside',
  div: 'Div',
  dl: 'dl',
  dt: 'Lbl',
  dd: 'LBody',
  math: 'Formula',
  note: 'Note',
  ref: 'Link',
  rule: 'rule',
  sect: 'Sect',
  toc: 'TOC',
  toci: 'TOCI',
  thead: 'thead',
  tbody: 'tbody',
  tfoot: 'tfoot',
}

/** Gives keyed elements their types and their languages back. */
export function applyKeys(lib: PdfLib, pdf: PDFDocument, roots: readonly Element[], keys: readonly Key[]): void {
  const known = new Map<Element, Key>()
  let notes = 0
  for (const element of elementsOf(roots)) {
    const key = keyOf(lib, element.dict, keys)
    if (!key) continue
    known.set(element, key)
    element.type = types[key.kind]
    restoreLanguage(lib, element.dict, key)
    if (key.kind === 'math') describe(lib, element, key.text ?? '')
    // A note needs a name (ISO 14289-1 §7.9).
    if (key.kind === 'note') element.dict.set(named(lib, 'ID'), lib.PDFString.of(`note${++notes}`))
  }
  const isReference = (kid: Kid) => kid.kind === 'element' && known.get(kid)?.kind === 'ref'
  for (const element of elementsOf(roots)) {
    if (element.type === 'Reference' || !element.kids.some(isReference)) continue
    element.kids = element.kids.map((kid) => (isReference(kid) ? newElement(lib, pdf, 'Reference', [kid]) : kid))
  }
}

function keyOf(lib: PdfLib, dict: PDFDict, keys: readonly Key[]): Key | undefined {
  const language = dict.lookup(named(lib, 'Lang'))
  if (!(language instanceof lib.PDFString || language instanceof lib.PDFHexString)) return undefined
  return keys[readKey(language.decodeText()) ?? -1]
}

function restoreLanguage(lib: PdfLib, dict: PDFDict, { language }: Key): void {
  if (language === undefined) dict.delete(named(lib, 'Lang'))
  else dict.set(named(lib, 'Lang'), lib.PDFString.of(language))
}

/** A formula is read by its description; how its signs are arranged would only be in the way. */
function describe(lib: PdfLib, element: Element, words: string): void {
  if (words !== '') element.dict.set(named(lib, 'Alt'), lib.PDFHexString.fromText(words))
  const content: Kid[] = []
  for (const { kids } of elementsOf([element])) for (const kid of kids) if (kid.kind !== 'element') content.push(kid)
  element.kids = content
}
