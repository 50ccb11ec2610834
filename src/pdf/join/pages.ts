// The pages of all files in one page tree (ISO 32000-1 §7.7.3).

import type { PDFDocument, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'

/** Kids of a node: a reader finds any of ten thousand pages in three steps. */
const mostKids = 32

/** Writes a balanced tree over the pages, which inherit nothing, as Chromium writes them. */
export function writePageTree(lib: PdfLib, pdf: PDFDocument, pages: readonly PDFRef[]): void {
  let level = pages.map((ref) => ({ ref, count: 1 }))
  while (level.length > mostKids) {
    const above: typeof level = []
    for (let at = 0; at < level.length; at += mostKids) {
      const kids = level.slice(at, at + mostKids)
      above.push({ ref: writeNode(lib, pdf, kids, undefined), count: countOf(kids) })
    }
    level = above
  }
  const root = pdf.catalog.get(named(lib, 'Pages'))
  if (root instanceof lib.PDFRef) writeNode(lib, pdf, level, root)
}

interface Kid {
  readonly ref: PDFRef
  readonly count: number
}

function writeNode(lib: PdfLib, pdf: PDFDocument, kids: readonly Kid[], at: PDFRef | undefined): PDFRef {
  const node = lib.PDFPageTree.withContext(pdf.context)
  const ref = at ?? pdf.context.nextRef()
  node.set(named(lib, 'Kids'), pdf.context.obj(kids.map((kid) => kid.ref)))
  node.set(named(lib, 'Count'), lib.PDFNumber.of(countOf(kids)))
  for (const kid of kids) pdf.context.lookup(kid.ref, lib.PDFDict).set(named(lib, 'Parent'), ref)
  pdf.context.assign(ref, node)
  return ref
}

function countOf(kids: readonly Kid[]): number {
  return kids.reduce((sum, { count }) => sum + count, 0)
}
