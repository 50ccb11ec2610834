// How a PDF is laid out, read from the file itself: the lines of every block of its structure tree (PDF 32000-1 §14.7),
// where each stands, and what a typesetter would not let pass.

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@pdfme/pdf-lib'
import { getDocumentProxy } from 'unpdf'
import { type DrawnPicture, drawnPictures } from './drawn-pictures.js'

export interface Line {
  /** From 1. */
  readonly page: number
  /** Points from the left edge and, of the baseline, from the foot of the page. */
  left: number
  right: number
  readonly baseline: number
  size: number
  text: string
}

export interface Block {
  readonly role: string
  readonly lines: readonly Line[]
}

export interface Layout {
  readonly blocks: readonly Block[]
  /** What is not tagged: running heads and folios. */
  readonly loose: readonly Line[]
  readonly pictures: readonly DrawnPicture[]
  /** What each page is called. */
  readonly labels: readonly string[]
  /** Width and height of each page, in points. */
  readonly pages: readonly (readonly [number, number])[]
}

const blockRoles = /^(P|H[1-6]?|LI|LBody|TD|TH|Caption|Figure|Div|Sect|Art|BlockQuote|TOCI?|Document|Note)$/

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

interface Growing {
  readonly role: string
  readonly lines: Line[]
}

/** Reads what stands on the pages of a PDF. */
export async function readLayout(bytes: Uint8Array): Promise<Layout> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { items, loose, labels } = await itemsOf(bytes)
  const pageOf = new Map(pdf.getPages().map((page, index) => [String(page.ref), index + 1]))
  const blocks: Growing[] = []
  for (const { mark, page, role, isNew } of marksOf(pdf)) {
    if (isNew || blocks.length === 0) blocks.push({ role, lines: [] })
    addItems(blocks.at(-1), pageOf.get(page) ?? 0, items.get(mark) ?? [])
  }
  return {
    blocks: blocks.filter(({ lines }) => lines.length > 0),
    loose,
    labels,
    pictures: drawnPictures(pdf),
    pages: pdf.getPages().map((page) => [page.getWidth(), page.getHeight()] as const),
  }
}

interface Mark {
  /** `object generation R mcid`. */
  readonly mark: string
  readonly page: string
  /** Of the block that the marked words belong to. */
  readonly role: string
  /** Whether they begin a block, or go on with one after another that stands in it. */
  readonly isNew: boolean
}

/** An element of the tree that is not read yet: what stands in it, its page, and the block it belongs to. */
interface Open {
  readonly kid: unknown
  readonly page: string
  readonly block: { readonly role: string }
}

/** The marked words of the structure tree in document order, without recursion: a book nests its elements deep. */
function* marksOf(pdf: PDFDocument): Generator<Mark> {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const open: Open[] = [{ kid: root.get(PDFName.of('K')), page: '', block: { role: 'Document' } }]
  let current: Open['block'] | undefined
  for (let one = open.pop(); one; one = open.pop()) {
    const { page, block } = one
    const kid = one.kid instanceof PDFRef ? pdf.context.lookup(one.kid) : one.kid
    if (kid instanceof PDFArray)
      open.push(
        ...kid
          .asArray()
          .map((each) => ({ kid: each, page, block }))
          .reverse(),
      )
    else if (kid instanceof PDFDict) open.push(below(kid, one))
    else if (kid instanceof PDFNumber) {
      yield { mark: `${page} ${kid.asNumber()}`, page, role: block.role, isNew: block !== current }
      current = block
    }
  }
}

function below(element: PDFDict, { page, block }: Open): Open {
  const own = String(element.get(PDFName.of('Pg')) ?? page)
  const content = element.get(PDFName.of('MCID'))
  if (content) return { kid: content, page: own, block }
  const name = element.get(PDFName.of('S'))
  const role = name instanceof PDFName ? name.decodeText() : ''
  // Words within a line belong to the block around them.
  return { kid: element.get(PDFName.of('K')), page: own, block: blockRoles.test(role) ? { role } : block }
}

interface Items {
  readonly items: ReadonlyMap<string, Item[]>
  readonly loose: readonly Line[]
  readonly labels: readonly string[]
}

/** The text of each page by its mark, and what has none. */
async function itemsOf(bytes: Uint8Array): Promise<Items> {
  const found = new Map<string, Item[]>()
  const loose: Line[] = []
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const unmarked: Growing = { role: 'Artifact', lines: [] }
      for (const [mark, item] of marked(items)) {
        if (mark === undefined) addItems(unmarked, number, [item])
        else found.set(mark, [...(found.get(mark) ?? []), item])
      }
      loose.push(...unmarked.lines)
    }
    return { items: found, loose, labels: (await pdf.getPageLabels()) ?? [] }
  } finally {
    await pdf.destroy()
  }
}

type Content = Item | { readonly type: string; readonly id?: string }

/** The items that stand between marks, each with the innermost that has a number. */
function* marked(items: readonly Content[]): Generator<[string | undefined, Item]> {
  const open: (string | undefined)[] = []
  for (const item of items) {
    if ('str' in item) {
      const mark = open.findLast((id) => id !== undefined)
      if (item.str.trim() !== '') yield [mark, item]
    } else if (item.type === 'endMarkedContent') open.pop()
    else {
      const [, object, mcid] = /^p(\d+)R_mc(\d+)$/.exec(item.id ?? '') ?? []
      open.push(object === undefined ? undefined : `${object} 0 R ${mcid}`)
    }
  }
}

function addItems(block: Growing | undefined, page: number, items: readonly Item[]): void {
  for (const { str, transform, width } of items) {
    const [a = 0, b = 0, , , left = 0, baseline = 0] = transform
    const size = Math.hypot(a, b)
    const right = left + width
    const line = block?.lines.findLast(
      (one) => one.page === page && Math.abs(one.baseline - baseline) < one.size * 0.55,
    )
    if (line === undefined) block?.lines.push({ page, left, right, baseline, size, text: str })
    else {
      line.text += left - line.right > size * 0.12 ? ` ${str}` : str
      line.left = Math.min(line.left, left)
      line.right = Math.max(line.right, right)
      line.size = Math.max(line.size, size)
    }
  }
}

/** Characters of the full lines of paragraphs: the middle one of all, sorted by length. */
export function charactersPerLine({ blocks }: Layout, size: number): number {
  const full = blocks
    .filter(({ role, lines }) => role === 'P' && lines.every((line) => Math.abs(line.size - size) < 0.3))
    .flatMap(({ lines }) => lines.slice(0, -1))
    .map(({ text }) => [...text].length)
    .toSorted((a, b) => a - b)
  return full[Math.floor(full.length / 2)] ?? 0
}
