// What front and back matter is, in the words of EPUB and ARIA.

import type { Matter } from '../model.js'
import type { ChapterRole } from './contexts.js'

/** EPUB Structural Semantics 1.1 and DPUB-ARIA 1.1 have the same words for these. */
const named: readonly string[] = ['foreword', 'preface', 'dedication', 'acknowledgments', 'afterword', 'appendix']

/** Words of EPUB alone. */
const ofEpub: Readonly<Record<string, string>> = { licence: 'copyright-page', disclaimer: 'other-credits' }

/** A chapter, or the kind of matter that it is. */
export function roleOf(matter: Matter | undefined): ChapterRole {
  if (matter === undefined) return { type: 'chapter', role: 'doc-chapter' }
  const { kind = '', place } = matter
  if (named.includes(kind)) return { type: kind, role: `doc-${kind}` }
  return { type: ofEpub[kind] ?? (place === 'front' ? 'frontmatter' : 'backmatter'), role: undefined }
}
