// What the book can say of its accessibility. Every claim comes from the content (EPUB Accessibility 1.1, section 2.1).

import type { Accessibility } from './contexts.js'
import type { Words } from './words.js'

/** Reads the content documents of the book and says what they hold. */
export function accessibilityOf(documents: readonly string[], words: Words): Accessibility {
  const has = (pattern: RegExp): boolean => documents.some((document) => pattern.test(document))
  const math = has(/<math[\s>]/)
  const mathInWords = math && !has(/<math(?![^>]*\salttext="[^"]+")[^>]*>/)
  const pictures = has(/<(img|svg)[\s>]/)
  const described =
    pictures && !has(/<img(?![^>]*\salt=)[^>]*>/) && !has(/<svg(?![^>]*\s(aria-label|aria-hidden)=)[^>]*>/)
  const moving = has(/<(video|audio|object|embed|iframe|canvas)[\s>]/)
  const features = ['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability']
  return {
    modes: pictures ? ['textual', 'visual'] : ['textual'],
    textSuffices: !moving && (!pictures || described),
    features: [
      ...features,
      ...(math ? ['MathML'] : []),
      ...(mathInWords ? ['describedMath'] : []),
      ...(described ? ['alternativeText'] : []),
    ],
    // A picture may be animated: only a book without any can be sure.
    hazard: pictures || moving ? 'unknown' : 'none',
    summary: [
      words.accessibleText,
      ...(math ? [words.accessibleMath] : []),
      ...(mathInWords ? [words.accessibleMathWords] : []),
      ...(described ? [words.accessiblePictures] : []),
      ...(pictures || moving ? [] : [words.accessibleStill]),
    ].join(' '),
  }
}
