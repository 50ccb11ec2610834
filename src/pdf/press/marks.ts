// Crop marks: two strokes at each corner of the trim, outside the bleed. They are production aids, which no structure
// element holds: artifacts of the page (ISO 32000-1 §14.8.2.2).

import type { PDFDocument, PDFRef } from '@pdfme/pdf-lib'
import type { PdfLib } from '../library.js'

const millimetre = 72 / 25.4
/** Marks keep this distance from the trim at the least, so that none is left on a page that is cut badly. */
const leastOffset = 3 * millimetre
const length = 5 * millimetre
const strokeWidth = 0.25

/** How much the marks take on each side beyond the bleed. */
export function markRoom(bleed: number): number {
  return offsetOf(bleed) + length - bleed
}

/** Draws the marks of every page about its trim box. */
export function addMarks(lib: PdfLib, pdf: PDFDocument, bleed: number): void {
  const drawings = new Map<string, PDFRef>()
  const calls = new Map<string, PDFRef>()
  for (const page of pdf.getPages()) {
    const path = marksAbout(page.getTrimBox(), bleed)
    const drawing = drawings.get(path) ?? pdf.context.register(drawingOf(lib, pdf, path))
    drawings.set(path, drawing)
    page.node.normalize()
    const name = page.node.newXObject('Marks', drawing)
    const call = `/Artifact <</Type /Page>> BDC ${name} Do EMC`
    const stream = calls.get(call) ?? pdf.context.register(pdf.context.stream(call))
    calls.set(call, stream)
    page.node.addContentStream(stream)
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function offsetOf(bleed: number): number {
  return Math.max(bleed, leastOffset)
}

function marksAbout({ x, y, width, height }: Box, bleed: number): string {
  const near = offsetOf(bleed)
  const far = near + length
  const strokes: string[] = []
  for (const [edge, outwards] of [
    [x, -1],
    [x + width, 1],
  ] as const) {
    for (const [side, away] of [
      [y, -1],
      [y + height, 1],
    ] as const) {
      strokes.push(stroke(edge, side + away * near, edge, side + away * far))
      strokes.push(stroke(edge + outwards * near, side, edge + outwards * far, side))
    }
  }
  return strokes.join(' ')
}

function stroke(...[x, y, toX, toY]: readonly [number, number, number, number]): string {
  const [from, upFrom, to, upTo] = [x, y, toX, toY].map((place) => place.toFixed(3))
  return `${from} ${upFrom} m ${to} ${upTo} l S`
}

/** In the colour that every plate prints, /All (§8.6.6.4), which a screen shows as black. */
function drawingOf({ PDFName }: PdfLib, { context }: PDFDocument, path: string): ReturnType<typeof context.stream> {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [1], C1: [0], N: 1 }
  const registration = [PDFName.of('Separation'), PDFName.of('All'), PDFName.of('DeviceGray'), tint]
  const numbers = path.split(' ').map(Number).filter(Number.isFinite)
  const reach = [Math.min(...numbers) - 1, Math.max(...numbers) + 1] as const
  return context.flateStream(`/Registration CS 1 SCN ${strokeWidth} w ${path}`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [reach[0], reach[0], reach[1], reach[1]],
    Resources: { ColorSpace: { Registration: registration } },
  })
}
