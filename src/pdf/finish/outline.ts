// The outline (ISO 32000-1 §12.3.3). Chromium's has the right places and the wrong words: spaces are lost where a
// heading wraps, and some titles are doubled. So the places are kept and everything else is written anew.

import type { PDFDict, PDFDocument, PDFRef } from '@pdfme/pdf-lib'
import type { PrintHeading } from '../../model.js'
import type { PdfLib } from '../library.js'
import { alignTitles } from './align.js'

/** An item as Chromium wrote it; `place` holds its destination and its structure element. */
interface PrintedItem {
  readonly ref: PDFRef
  readonly title: string
  readonly place: PDFDict
}

interface OutlineNode {
  readonly title: string
  readonly place: PDFDict
  readonly children: OutlineNode[]
}

/** An outline that fills no more than a screen is shown open, a longer one with its first level alone. */
const openUpTo = 40

/** Rebuilds the outline of the headings that belong into it; false when there are none. */
export function rebuildOutline(lib: PdfLib, pdf: PDFDocument, headings: readonly PrintHeading[]): boolean {
  const { PDFDict, PDFName } = lib
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  const printed = root ? itemsBelow(lib, root) : []
  const nodes = nest(headings, placesOf(headings, printed))
  for (const { ref } of printed) pdf.context.delete(ref)
  const old = pdf.catalog.get(PDFName.of('Outlines'))
  if (old && 'objectNumber' in old) pdf.context.delete(old as PDFRef)
  pdf.catalog.delete(PDFName.of('Outlines'))
  if (nodes.length === 0) return false
  const outline = pdf.context.obj({ Type: 'Outlines' })
  const outlineRef = pdf.context.register(outline)
  const isOpen = countOf(nodes) <= openUpTo
  writeLevel(lib, pdf, nodes, { dict: outline, ref: outlineRef, isOpen, isRoot: true })
  pdf.catalog.set(PDFName.of('Outlines'), outlineRef)
  return true
}

function itemsBelow(lib: PdfLib, parent: PDFDict): PrintedItem[] {
  const { PDFDict, PDFHexString, PDFName, PDFRef, PDFString } = lib
  const items: PrintedItem[] = []
  let ref = parent.get(PDFName.of('First'))
  while (ref instanceof PDFRef) {
    const place = parent.context.lookup(ref, PDFDict)
    const title = place.lookup(PDFName.of('Title'))
    const isText = title instanceof PDFString || title instanceof PDFHexString
    items.push({ ref, title: isText ? title.decodeText() : '', place }, ...itemsBelow(lib, place))
    ref = place.get(PDFName.of('Next'))
  }
  return items
}

/** For each heading the item printed for it; where there is none, the one before it, which is close. */
function placesOf(headings: readonly PrintHeading[], printed: readonly PrintedItem[]): (PDFDict | undefined)[] {
  const matched = alignTitles(
    headings.map(({ text }) => text),
    printed.map(({ title }) => title),
  )
  let last = matched.find((index) => index !== undefined)
  return matched.map((index) => {
    last = index ?? last
    return last === undefined ? undefined : printed[last]?.place
  })
}

function nest(headings: readonly PrintHeading[], places: readonly (PDFDict | undefined)[]): OutlineNode[] {
  const roots: OutlineNode[] = []
  const open: { level: number; children: OutlineNode[] }[] = []
  headings.forEach(({ inOutline, level, text }, index) => {
    const place = places[index]
    if (!inOutline || !place) return
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const node = { title: text, place, children: [] }
    const siblings = open.at(-1)?.children ?? roots
    siblings.push(node)
    open.push({ level, children: node.children })
  })
  return roots
}

function countOf(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + countOf(children), 0)
}

interface Level {
  readonly dict: PDFDict
  readonly ref: PDFRef
  readonly isOpen: boolean
  readonly isRoot: boolean
}

/** Writes the items of one level and those below; links them as §12.3.3, table 153 asks for. */
function writeLevel(lib: PdfLib, pdf: PDFDocument, nodes: readonly OutlineNode[], parent: Level): void {
  const { PDFHexString, PDFName } = lib
  const level = nodes.map((node) => {
    const dict = pdf.context.obj({})
    return { node, dict, ref: pdf.context.register(dict) }
  })
  level.forEach(({ node, dict, ref }, index) => {
    dict.set(PDFName.of('Title'), PDFHexString.fromText(node.title))
    dict.set(PDFName.of('Parent'), parent.ref)
    const before = level[index - 1]
    const after = level[index + 1]
    if (before) dict.set(PDFName.of('Prev'), before.ref)
    if (after) dict.set(PDFName.of('Next'), after.ref)
    for (const key of ['Dest', 'SE'].map((name) => PDFName.of(name))) {
      const value = node.place.get(key)
      if (value) dict.set(key, value)
    }
    if (node.children.length > 0)
      writeLevel(lib, pdf, node.children, { dict, ref, isOpen: parent.isOpen, isRoot: false })
  })
  const [first, last] = [level[0], level.at(-1)]
  if (first) parent.dict.set(PDFName.of('First'), first.ref)
  if (last) parent.dict.set(PDFName.of('Last'), last.ref)
  const count = parent.isOpen ? countOf(nodes) : nodes.length
  parent.dict.set(PDFName.of('Count'), pdf.context.obj(parent.isOpen || parent.isRoot ? count : -count))
}
