// The content of the pages against the structure tree: nothing painted that is neither, nothing named that is not there.

import type { PDFDocument, PDFObject } from '@pdfme/pdf-lib'
import { readName } from '../finish/content/marks.js'
import { eachPainting } from '../finish/content/paint.js'
import { decoded, formNamed, pageContent } from '../finish/content/streams.js'
import { elementsOf, type StructureTree } from '../finish/structure/tree.js'
import type { PdfLib } from '../library.js'
import type { Tally } from './rules.js'

/** `0`, four times: the code of the glyph that stands for none. */
const zero = 0x30

export function checkContent(lib: PdfLib, pdf: PDFDocument, tree: StructureTree, tally: Tally): void {
  const owned = new Set<string>()
  for (const { kids } of elementsOf(tree.roots)) {
    for (const kid of kids) if (kid.kind === 'content') owned.add(`${kid.page} ${kid.mcid}`)
  }
  for (const [index, page] of pdf.getPages().entries()) {
    const place = `page ${index + 1}`
    const resources = page.node.Resources()
    const seen = (mcid: number) => {
      const isOwned = owned.delete(`${page.ref} ${mcid}`)
      tally.count('content-owned', !isOwned && `content ${mcid} of ${place} is in no element`)
    }
    checkStream(lib, pageContent(lib, page), resources, place, tally, seen)
  }
  for (const content of owned) tally.count('content-owned', `content ${content} is not there`)
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
      const own = form.stream.dict.lookup(lib.PDFName.of('Resources'))
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
  const { PDFDict, PDFName } = lib
  const fonts = resources instanceof PDFDict ? resources.lookupMaybe(PDFName.of('Font'), PDFDict) : undefined
  const font = fonts?.lookup(PDFName.of(name))
  return font instanceof PDFDict && font.get(PDFName.of('Subtype')) === PDFName.of('Type0')
}
