// The content of the pages against the structure tree: nothing painted that is neither, nothing named that is not there.

import type { PDFDocument, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import { readName } from '../finish/content/marks.js'
import { eachPainting } from '../finish/content/paint.js'
import { decoded, formNamed, pageContent } from '../finish/content/streams.js'
import { elementsOf, type StructureTree } from '../finish/structure/tree.js'
import { named, type PdfLib } from '../library.js'
import type { Tally } from './rules.js'

/** `0`, four times: the code of the glyph that stands for none. */
const zero = 0x30

export function checkContent(lib: PdfLib, pdf: PDFDocument, tree: StructureTree, tally: Tally): void {
  const owned = ownedContent(tree)
  for (const [index, page] of pdf.getPages().entries()) {
    const place = `page ${index + 1}`
    const resources = page.node.Resources()
    const here = owned.get(page.ref)
    const seen = (mcid: number) => {
      const isOwned = here?.delete(mcid)
      tally.count('content-owned', !isOwned && `content ${mcid} of ${place} is in no element`)
    }
    checkStream(lib, pageContent(lib, page), resources, place, tally, seen)
  }
  for (const [page, mcids] of owned) {
    for (const mcid of mcids) tally.count('content-owned', `content ${mcid} of the page ${page} is not there`)
  }
}

/** By page, the numbers that structure elements name. */
function ownedContent({ roots }: StructureTree): Map<PDFRef, Set<number>> {
  const owned = new Map<PDFRef, Set<number>>()
  for (const { kids } of elementsOf(roots)) {
    for (const kid of kids) {
      if (kid.kind !== 'content') continue
      const row = owned.get(kid.page) ?? new Set()
      owned.set(kid.page, row.add(kid.mcid))
    }
  }
  return owned
}

function checkStream(
  lib: PdfLib,
  content: Uint8Array,
  resources: PDFObject | undefined,
  place: string,
  tally: Tally,
  seen: (mcid: number) => void,
): void {
  let font = ''
  eachPainting(content, {
    marked: (mcid) => {
      tally.count('content-tagged')
      seen(mcid)
    },
    unmarked: ({ start, end, isObject }) => {
      const form = isObject ? formNamed(lib, resources, readName(content, start, end)) : undefined
      if (!form) return tally.count('content-tagged', `something on ${place} has no mark`)
      const own = form.stream.dict.lookup(named(lib, 'Resources'))
      return checkStream(lib, decoded(lib, form.stream), own, place, tally, seen)
    },
    font: (start, end) => {
      font = readName(content, start, end)
    },
    shown: (start) => {
      if (!showsNothing(content, start)) return
      if (isComposite(lib, resources, font)) tally.count('glyphs-there', `a box stands on ${place}`)
    },
  })
  tally.count('glyphs-there')
}

/** True for a string of two-byte codes that begins with the glyph for no character: Chromium shows one at a time. */
function showsNothing(content: Uint8Array, start: number): boolean {
  if (content[start] !== 0x3c) return false
  for (let at = start + 1; at < start + 5; at++) if (content[at] !== zero) return false
  return true
}

function isComposite(lib: PdfLib, resources: PDFObject | undefined, name: string): boolean {
  const { PDFDict } = lib
  const fonts = resources instanceof PDFDict ? resources.lookupMaybe(named(lib, 'Font'), PDFDict) : undefined
  const font = fonts?.lookup(named(lib, name))
  return font instanceof PDFDict && font.get(named(lib, 'Subtype')) === named(lib, 'Type0')
}
