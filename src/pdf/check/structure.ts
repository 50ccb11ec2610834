// Structure elements: their types, and what each type asks for.

import type { PDFDict } from '@pdfme/pdf-lib'
import { type Element, elementsOf, type StructureTree } from '../finish/structure/tree.js'
import { named, type PdfLib } from '../library.js'
import { checkLanguage } from './document.js'
import type { Tally } from './rules.js'

/** ISO 32000-1 §14.8.4. */
const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
    'WT WP Figure Formula Form'
  ).split(' '),
)

const described = new Set(['Figure', 'Formula'])

/** What may stand in what. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  L: ['Caption', 'LI', 'L'],
  LI: ['Lbl', 'LBody'],
  TOC: ['Caption', 'TOC', 'TOCI'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
  Table: ['Caption', 'TR', 'THead', 'TBody', 'TFoot'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
}

export function checkStructure(lib: PdfLib, { dict, roots }: StructureTree, tally: Tally): void {
  const roles = dict.lookupMaybe(named(lib, 'RoleMap'), lib.PDFDict)
  const names = new Set<string>()
  for (const element of elementsOf(roots)) {
    const { type } = element
    const isStandard = standard.has(type) || roles?.has(named(lib, type))
    tally.count('roles-standard', !isStandard && `the type ${type} is not known`)
    const language = element.dict.lookup(named(lib, 'Lang'))
    if (language) checkLanguage(lib, language, `an element ${type}`, tally)
    if (allowed[type]) tally.count('lists-whole', fault(element, allowed[type]))
    if (described.has(type)) {
      tally.count('figures-described', !isDescribed(lib, element.dict) && `a ${type} has no alternative text`)
    }
    if (type === 'Note') checkName(lib, element, names, tally)
  }
  checkHeadings(roots, tally)
}

function checkHeadings(roots: readonly Element[], tally: Tally): void {
  let last = 0
  for (const { type } of elementsOf(roots)) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0)
    if (level === 0) continue
    tally.count('headings-ordered', level > last + 1 && `an H${level} follows ${last === 0 ? 'none' : `an H${last}`}`)
    last = level
  }
}

function fault({ type, kids }: Element, may: readonly string[]): string | undefined {
  const wrong = kids.find((kid) => kid.kind !== 'element' || !may.includes(kid.type))
  if (!wrong) return undefined
  return `${type} holds ${wrong.kind === 'element' ? wrong.type : wrong.kind}`
}

function isDescribed(lib: PdfLib, dict: PDFDict): boolean {
  return ['Alt', 'ActualText'].some((key) => {
    const value = dict.lookup(named(lib, key))
    return (value instanceof lib.PDFString || value instanceof lib.PDFHexString) && value.decodeText().trim() !== ''
  })
}

function checkName(lib: PdfLib, { dict }: Element, names: Set<string>, tally: Tally): void {
  const name = dict.lookup(named(lib, 'ID'))?.toString()
  tally.count('notes-named', (name === undefined || names.has(name)) && 'a note has no name of its own')
  if (name !== undefined) names.add(name)
}
