// What the book can say of its accessibility. Every claim comes from the content (EPUB Accessibility 1.1, section 2.1).

import type { Accessibility, PackageContext } from './contexts.js'
import type { Words } from './words.js'

/**
 * Reads the content documents of the book and says what they hold. `considered`: whether the posts say of every picture
 * what it shows, or that it only adorns; the documents cannot tell, because in them every picture has an `alt`.
 * A cover is not among the documents: nothing is read in it that the title page does not say.
 */
export function accessibilityOf(
  documents: readonly string[],
  considered: boolean,
  words: Words,
  hasCover = false,
): Accessibility {
  const has = (pattern: RegExp): boolean => documents.some((document) => pattern.test(document))
  const math = has(/<math[\s>]/)
  const mathInWords = math && !has(/<math(?![^>]*\salttext="[^"]+")[^>]*>/)
  const pictures = has(/<(img|svg)[\s>]/)
  const described =
    pictures &&
    considered &&
    !has(/<img(?![^>]*\salt=)[^>]*>/) &&
    !has(/<svg(?![^>]*\s(aria-label|aria-hidden)=)[^>]*>/)
  const players = has(/<(video|audio|object|embed|iframe|canvas)[\s>]/)
  const moving = players || has(/<img[^>]*\ssrc="[^"]*\.gif"/)
  const textSuffices = !players && (!pictures || described)
  const features = ['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability']
  return {
    modes: pictures ? ['textual', 'visual'] : ['textual'],
    sufficient: [...(textSuffices ? ['textual'] : []), ...(pictures && !players ? ['textual,visual'] : [])],
    features: [
      ...features,
      ...(has(/\srole="doc-pagebreak"/) ? ['pageBreakMarkers', 'pageNavigation'] : []),
      ...(math ? ['MathML'] : []),
      ...(mathInWords ? ['describedMath'] : []),
      ...(described ? ['alternativeText'] : []),
    ],
    // Nobody looked whether what moves flashes.
    hazard: moving ? 'unknown' : 'none',
    summary: summaryOf(words, { math, mathInWords, described, still: !pictures && !moving, hasCover }),
  }
}

/** The exact words of a claim (EPUB Accessibility 1.1, §4.2.1); it is the caller's, never ours. */
export function conformanceOf(said: {
  readonly conformsTo?: string | undefined
  readonly certifiedBy?: string | undefined
}): PackageContext['conformance'] {
  const { conformsTo, certifiedBy } = said
  if (conformsTo === undefined || certifiedBy === undefined) return undefined
  const [version, level] = conformsTo.split('-')
  return { claim: `EPUB Accessibility 1.1 - WCAG ${version} Level ${level}`, certifiedBy }
}

type Facts = Readonly<Record<'math' | 'mathInWords' | 'described' | 'still' | 'hasCover', boolean>>

function summaryOf(words: Words, { math, mathInWords, described, still, hasCover }: Facts): string {
  return [
    words.accessibleText,
    ...(math ? [words.accessibleMath] : []),
    ...(mathInWords ? [words.accessibleMathWords] : []),
    ...(described ? [words.accessiblePictures] : []),
    ...(still ? [hasCover ? words.accessibleStillCover : words.accessibleStill] : []),
  ].join(' ')
}
