// The cover of a book: made of its words and the picture of its post.
//
// HarfBuzz and not satori, which is also meant for such drawings: satori 0.63 puts marks on the wrong side of their
// letters (Arabic dots, Thai tones, accents that stand alone), and is slower to load.

import type { ReportFn } from '../../diagnostics.js'
import { loadPatterns, patternsOf } from '../../hyphens.js'
import type { Cover } from '../../model.js'
import { compose, type Drawing } from './compose.js'
import { coverJpeg, readerHeight } from './jpeg.js'
import type { CoverPicture } from './picture.js'
import { display, italic, text } from './scripts.js'
import type { CoverTexts } from './typeset.js'
import { coverWidth } from './typeset.js'
import { type CoverText, coverWords, reportMissing, settable } from './words.js'

export { ownCover } from './own.js'
export type { CoverText } from './words.js'

export interface CoverSettings {
  /** Height by width of the printed page; absent where none is printed. */
  readonly pageRatio?: number | undefined
  /** Modules that would see the font packages, as paths or file addresses. */
  readonly fontRoots: readonly string[]
  readonly report: ReportFn
}

/** Makes a cover. The same words, picture and fonts give the same bytes. */
export async function makeCover(
  words: CoverText,
  picture: CoverPicture | undefined,
  { pageRatio, fontRoots, report }: CoverSettings,
): Promise<Cover> {
  const missing = new Set<string>()
  const { shown: title, isCut } = coverWords(words.title)
  if (isCut) report('cover-title-shortened', {})
  const set = (given: string, family: typeof display) => settable(given, family, words, fontRoots, missing)
  const texts: CoverTexts = {
    title: await set(title, display),
    subtitle: await set(coverWords(words.subtitle ?? '').shown, italic),
    authors: await set(coverWords(words.authors).shown, text),
    imprint: await set(coverWords(words.imprint ?? '').shown, text),
  }
  reportMissing(missing, words.language, report)
  const patterns = patternsOf(words.language)
  // In a language without patterns words stay as they are.
  const hyphenate = patterns === undefined ? (word: string) => word : await loadPatterns(patterns)
  const breaking = { language: words.language, hyphenate }
  const draw = (height: number): Promise<Drawing> =>
    compose({ texts, breaking, identifier: words.identifier, height, picture })
  const { svg, hasPicture, titleShortened } = await draw(readerHeight)
  if (titleShortened && !isCut) report('cover-title-shortened', {})
  if (picture && !hasPicture) report('cover-picture-small', { width: picture.width, height: picture.height })
  const reader = await coverJpeg(Buffer.from(svg))
  if (pageRatio === undefined) return { reader }
  const page = await draw(Math.round(coverWidth * pageRatio))
  return { reader, page: { svg: page.svg, edge: page.edge } }
}
