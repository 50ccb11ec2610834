// What the book can say of its accessibility. Every claim comes from the content (EPUB Accessibility 1.1, section 2.1).

import { readFileSync } from 'node:fs'
import type { Accessibility, PackageContext } from './contexts.js'

/** The sentences of the summary. Their language is named, for they are there in fewer languages than the words of a book. */
type Sentences = Readonly<
  Record<
    | 'accessibleText'
    | 'accessibleMath'
    | 'accessibleMathWords'
    | 'accessiblePictures'
    | 'accessibleStill'
    | 'accessibleStillCover',
    string
  >
>

/**
 * Reads the content documents of the book and says what they hold. `considered`: whether the posts say of every picture
 * what it shows, or that it only adorns; the documents cannot tell, because in them every picture has an `alt`.
 * A cover is not among the documents: nothing is read in it that the title page does not say.
 */
export function accessibilityOf(
  documents: readonly string[],
  considered: boolean,
  language: string,
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
    ...summaryIn(language, { math, mathInWords, described, still: !pictures && !moving, hasCover }),
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

function summaryIn(
  language: string,
  { math, mathInWords, described, still, hasCover }: Facts,
): Pick<Accessibility, 'summary' | 'summaryLanguage'> {
  const own = language.toLowerCase().split('-')[0]
  const isThere = own === 'en' || own === 'sv'
  const path = `../../templates/accessibility/${isThere ? own : 'en'}.json`
  const words = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Sentences
  const summary = [
    words.accessibleText,
    ...(math ? [words.accessibleMath] : []),
    ...(mathInWords ? [words.accessibleMathWords] : []),
    ...(described ? [words.accessiblePictures] : []),
    ...(still ? [hasCover ? words.accessibleStillCover : words.accessibleStill] : []),
  ].join(' ')
  return { summary, summaryLanguage: isThere ? undefined : 'en' }
}
