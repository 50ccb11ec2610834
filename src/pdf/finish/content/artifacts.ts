// What stands in the margins, borders and leaders: marked as artifacts (ISO 32000-1 §14.8.2.2), which readers pass over.

import { eachPainting, type Painting } from './paint.js'

const begin = Buffer.from('/Artifact BMC\n', 'latin1')
const end = Buffer.from('\nEMC\n', 'latin1')

export interface ArtifactRules {
  /** Marked content that is no content: what a page repeats, rules. */
  readonly isArtifact: (mcid: number) => boolean
  /** Whether a drawn object is marked inside, so that no mark belongs around it. */
  readonly isMarkedInside: (painting: Painting) => boolean
}

/** The same content with everything that is not tagged marked as an artifact; undefined where all is marked already. */
export function markArtifacts(content: Uint8Array, rules: ArtifactRules): Uint8Array | undefined {
  const edits: { start: number; end: number; replaced: boolean }[] = []
  let joins = false
  eachPainting(content, {
    unmarked: (painting) => {
      if (painting.isObject && rules.isMarkedInside(painting)) return
      const last = edits.at(-1)
      // Lines and fills that follow each other are one artifact.
      if (joins && last && !last.replaced) last.end = painting.end
      else edits.push({ start: painting.start, end: painting.end, replaced: false })
      joins = true
    },
    boundary: () => {
      joins = false
    },
    marked: (mcid, start, stop) => {
      if (rules.isArtifact(mcid)) edits.push({ start, end: stop, replaced: true })
    },
  })
  // A text object that is marked in part is known at its end only.
  return edits.length === 0
    ? undefined
    : apply(
        content,
        edits.toSorted((one, other) => one.start - other.start),
      )
}

function apply(content: Uint8Array, edits: readonly { start: number; end: number; replaced: boolean }[]): Uint8Array {
  const parts: Uint8Array[] = []
  let from = 0
  for (const edit of edits) {
    parts.push(content.subarray(from, edit.start), begin)
    if (!edit.replaced) parts.push(content.subarray(edit.start, edit.end), end)
    from = edit.end
  }
  parts.push(content.subarray(from))
  return Buffer.concat(parts)
}
