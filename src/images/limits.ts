// How much a picture may cost, and how large it may be in a book.

import { availableParallelism } from 'node:os'

/** Bytes of one source file. */
export const maxBytes = 40_000_000

/** Pixels of one source, all frames of an animation together. */
export const maxPixels = 50_000_000

/** Bytes of an SVG: what is drawn from a text costs more than its length says. */
export const maxSvgBytes = 2_000_000

/** Seconds that the decoder may work on one picture. */
export const maxSeconds = 30

/** Pictures decoded at one time, one to a processor; not more, because each may hold all its pixels in memory. */
export const atOneTime: number = Math.min(4, Math.max(2, availableParallelism()))

/** Bytes above which a picture without transparency becomes a JPEG. */
export const maxPngBytes = 2_000_000

/** Bytes of one picture for e-readers: what Kobo takes. */
export const maxReaderBytes = 5_000_000

export interface Box {
  readonly width: number
  readonly pixels: number
}

/** Apple Books opens 4 megapixels at the most, Kobo scales down what is wider than its screen. */
export const readerBox: Box = { width: 1600, pixels: 3_800_000 }

/** 300 dpi over the whole of an A4 page. */
export const printBox: Box = { width: 2400, pixels: 8_600_000 }
