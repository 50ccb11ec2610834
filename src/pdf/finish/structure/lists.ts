// Lists: labels and bodies (ISO 32000-1 §14.8.4.3.3), lists of terms, and contents.

import type { PDFDocument } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../../library.js'
import { type Element, elementsOf, isElement, type Kid, newElement } from './tree.js'

export function mendLists(lib: PdfLib, pdf: PDFDocument, roots: readonly Element[]): void {
  const wrap = (type: string, kids: Kid[]) => newElement(lib, pdf, type, kids)
  for (const element of elementsOf(roots)) {
    if (element.type === 'dl') {
      element.type = 'L'
      element.kids = termItems(element.kids, wrap)
      element.dict.set(named(lib, 'A'), pdf.context.obj({ O: 'List', ListNumbering: 'None' }))
    }
    if (element.type === 'LI') element.kids = split(element.kids, ['Lbl', 'LBody'], (kids) => wrap('LBody', kids))
    if (element.type === 'TOCI') element.kids = split(element.kids, ['Lbl', 'TOC'], (kids) => wrap('Reference', kids))
  }
}

/** Kids of the given types as they are, each run of others as one. */
function split(kids: readonly Kid[], types: readonly string[], wrap: (kids: Kid[]) => Element): Kid[] {
  const done: Kid[] = []
  let run: Kid[] = []
  const flush = () => {
    if (run.length > 0) done.push(wrap(run))
    run = []
  }
  for (const kid of kids) {
    if (!isElement(kid, ...types)) run.push(kid)
    else {
      flush()
      done.push(kid)
    }
  }
  flush()
  return done
}

/** Terms and what follows them, until the next term, are one item; `div` may stand around them. */
function termItems(kids: readonly Kid[], wrap: (type: string, kids: Kid[]) => Element): Kid[] {
  const items: Element[] = []
  for (const kid of kids.flatMap((one) => (isElement(one, 'NonStruct', 'Div') ? one.kids : [one]))) {
    const last = items.at(-1)
    const opens = !last || (isElement(kid, 'Lbl') && isElement(last.kids.at(-1), 'LBody'))
    const part = isElement(kid, 'Lbl', 'LBody') ? kid : wrap('LBody', [kid])
    if (opens) items.push(wrap('LI', [part]))
    else last.kids.push(part)
  }
  return items
}
