// Where the pictures of a PDF stand on its pages, read from the content streams (ISO 32000-1 §8.3.4, §8.9.5).

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from '@pdfme/pdf-lib'

export interface DrawnPicture {
  /** From 1. */
  readonly page: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

type Matrix = readonly [number, number, number, number, number, number]

export function drawnPictures(pdf: PDFDocument): DrawnPicture[] {
  return pdf.getPages().flatMap((page, index) => {
    const isPicture = pictureNames(page)
    return unitSquares(contentOf(page), isPicture).map((matrix) => boxOf(matrix, index + 1))
  })
}

function pictureNames(page: PDFPage): (name: string) => boolean {
  const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  return (name) => {
    const object = objects?.lookup(PDFName.of(name))
    return object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
  }
}

function contentOf(page: PDFPage): string {
  const contents = page.node.lookup(PDFName.of('Contents'))
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents]
  return streams
    .map((stream) => (stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()) : ''))
    .map((part) => part.toString('latin1'))
    .join('\n')
}

/** What the unit square has become where each picture is drawn. */
function unitSquares(content: string, isPicture: (name: string) => boolean): Matrix[] {
  const found: Matrix[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [, numbers, name, operator] of content.matchAll(
    /(?<=^|\s)(?:((?:-?[\d.]+\s+){6})cm|\/(\S+)\s+Do|(q|Q))(?=\s|$)/g,
  )) {
    if (operator === 'q') saved.push(matrix)
    else if (operator === 'Q') matrix = saved.pop() ?? matrix
    else if (numbers) matrix = times(numbers.trim().split(/\s+/).map(Number) as unknown as Matrix, matrix)
    else if (name && isPicture(name)) found.push(matrix)
  }
  return found
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

function boxOf([a, b, c, d, e, f]: Matrix, page: number): DrawnPicture {
  const across = [e, e + a, e + c, e + a + c]
  const up = [f, f + b, f + d, f + b + d]
  return {
    page,
    left: Math.min(...across),
    right: Math.max(...across),
    bottom: Math.min(...up),
    top: Math.max(...up),
  }
}
