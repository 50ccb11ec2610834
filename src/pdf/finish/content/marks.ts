// Where marked content begins (ISO 32000-1 §14.6), and what it is marked as.

/** What a `BDC` or `BMC` says: a number that the structure tree names, an artifact, or neither. */
export interface Mark {
  readonly mcid?: number
  readonly artifact: boolean
}

/** Reads the operands in front of the operator; property lists are written in place, as Chromium writes them. */
export function readMark(content: Uint8Array, start: number, end: number): Mark {
  const text = Buffer.from(content.buffer, content.byteOffset + start, end - start).toString('latin1')
  // The number is no part of a text that stands beside it.
  const bare = text.replace(/\((?:\\.|[^\\()])*\)/gs, '()')
  const mcid = /\/MCID\s+(\d+)/.exec(bare)?.[1]
  return { artifact: /^\/Artifact\b/.test(bare), ...(mcid === undefined ? {} : { mcid: Number(mcid) }) }
}

/** The name of what a `Do` draws. */
export function readName(content: Uint8Array, start: number, end: number): string {
  const text = Buffer.from(content.buffer, content.byteOffset + start, end - start).toString('latin1')
  return /\/([^\s/<>[\]()]+)/.exec(text)?.[1] ?? ''
}
