// Links: each in an element of its own, described, and reached in order.

import type { PDFDocument, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import { elementsOf, type StructureTree } from '../finish/structure/tree.js'
import { named, type PdfLib } from '../library.js'
import type { Tally } from './rules.js'

export function checkLinks(lib: PdfLib, pdf: PDFDocument, { roots }: StructureTree, tally: Tally): void {
  const tagged = new Set<PDFRef>()
  for (const { type, kids } of elementsOf(roots)) {
    for (const kid of kids) if (type === 'Link' && kid.kind === 'object') tagged.add(kid.object)
  }
  for (const [index, page] of pdf.getPages().entries()) {
    const annotations = page.node.lookupMaybe(named(lib, 'Annots'), lib.PDFArray)?.asArray() ?? []
    if (annotations.length === 0) continue
    const inOrder = page.node.get(named(lib, 'Tabs')) === named(lib, 'S')
    tally.count('tab-order', !inOrder && `page ${index + 1} has an order of its own`)
    for (const ref of annotations) {
      const fault = faultOf(lib, pdf, ref, tagged)
      tally.count('links-tagged', fault && `a link of page ${index + 1} ${fault}`)
    }
  }
}

function faultOf(lib: PdfLib, pdf: PDFDocument, ref: PDFObject, tagged: ReadonlySet<PDFObject>): string | undefined {
  const annotation = pdf.context.lookupMaybe(ref, lib.PDFDict)
  if (!tagged.has(ref) || !annotation?.has(named(lib, 'StructParent'))) return 'is in no link element'
  return annotation.has(named(lib, 'Contents')) ? undefined : 'is not described'
}
