// The structure tree, mended: an ordered list of steps over one reading of it.

import type { PDFDocument, PDFRef } from '@pdfme/pdf-lib'
import type { PdfLib } from '../../library.js'
import type { Key } from '../../page/keys.js'
import { markPages } from '../content/mark-pages.js'
import { mendGroups } from './grouping.js'
import { mendHeadings } from './headings.js'
import { applyKeys } from './keys.js'
import { mendLists } from './lists.js'
import { mendTables } from './tables.js'
import { type Content, type Element, elementsOf, readStructure } from './tree.js'
import { writeStructure } from './write.js'

/** Mends the tags, and marks as artifacts what has none. */
export async function mendStructure(lib: PdfLib, pdf: PDFDocument, keys: readonly Key[]): Promise<void> {
  const tree = readStructure(lib, pdf)
  if (!tree) return
  const { roots } = tree
  applyKeys(lib, pdf, roots, keys)
  const artifacts = [...dropRules(roots), ...mendTables(lib, pdf, roots)]
  // Before the groups: what a list holds is grouped within its bodies.
  mendLists(lib, pdf, roots)
  mendGroups(lib, roots)
  dropEmpty(roots)
  mendHeadings(roots)
  const dropped = new Set(artifacts.map(({ page, mcid }) => `${page} ${mcid}`))
  const forms = await markPages(lib, pdf, (page: PDFRef, mcid) => dropped.has(`${page} ${mcid}`))
  writeStructure(lib, pdf, tree, forms)
}

/** A rule between two paragraphs is an ornament. */
function dropRules(roots: readonly Element[]): readonly Content[] {
  const dropped: Content[] = []
  for (const element of elementsOf(roots)) {
    element.kids = element.kids.filter((kid) => {
      if (kid.kind !== 'element' || kid.type !== 'rule') return true
      for (const { kids } of elementsOf([kid])) dropped.push(...kids.filter((one) => one.kind === 'content'))
      return false
    })
  }
  return dropped
}

/** Elements that hold nothing; a cell keeps its place. */
function dropEmpty(roots: readonly Element[]): void {
  for (const element of [...elementsOf(roots)].reverse()) {
    element.kids = element.kids.filter(
      (kid) => kid.kind !== 'element' || kid.kids.length > 0 || kid.type === 'TD' || kid.type === 'TH',
    )
  }
}
