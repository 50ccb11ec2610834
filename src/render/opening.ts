// How an article opens that has no pages of its own for cover, title and contents: with these above its text, on one page.

import type { Book, CoverPicture, PrintFile } from '../model.js'
import type { ContentsEntry, PrintPart } from './contexts.js'
import { type Design, designOf, type PrintSettings } from './design.js'
import { lengthOnPage } from './markup.js'
import { titlePage } from './matter.js'
import { isCollection, pageNames } from './running-heads.js'

/** Fewer lines are seen at a glance; more would push the text off the page. */
const linesOfContents = { least: 4, most: 12 } as const
/** Width by height: a lower picture is as wide as the page, a higher one stands beside the title. */
const leastWide = 1.2
/** Pixels: a smaller picture would be blown up. */
const leastPixels = 900

/** Whether the book is one article, so that its title can stand above its text. */
export function canOpenAbove(book: Book, recto: boolean): boolean {
  const hasOwnTexts = book.body.some((item) => item.kind === 'chapter' && item.matter !== undefined)
  return !recto && !isCollection(book) && !hasOwnTexts && book.body.length > 0
}

/** Whether the title of an article stands above its text. */
export function opensAbove(
  book: Book,
  { edition, openers }: Pick<PrintSettings, 'edition' | 'openers'>,
  { opening }: Pick<Design, 'opening'>,
): boolean {
  return edition !== 'handout' && opening === 'above' && canOpenAbove(book, openers === 'recto')
}

/** Whether print shows a cover that was made; one of the user's own is left out of a handout alone. */
export function printsMadeCover(book: Book, settings: PrintSettings): boolean {
  return settings.edition !== 'handout' && !opensAbove(book, settings, designOf(settings))
}

/** The same book without a cover that was made for it: the opening says and shows what that does. */
export function withoutMadeCover(book: Book): Book {
  const { cover, ...rest } = book
  return cover === undefined || cover.isOwn ? book : rest
}

/** The picture that the article opens with, unless the text shows it too. */
export function openingPicture({ cover, assets }: Book): CoverPicture | undefined {
  const picture = cover?.isOwn ? undefined : cover?.picture
  if (picture === undefined || picture.width < leastPixels) return undefined
  const isShown = assets.some(({ bytes, print }) =>
    [bytes, print?.bytes].some((own) => own && same(own, picture.bytes)),
  )
  return isShown ? undefined : picture
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0
}

/** As a file of the print document. */
export function openingFile({ bytes, mediaType }: CoverPicture): PrintFile {
  return { path: 'images/opening', mediaType, bytes }
}

/** The title, with the lines of the contents; `longest` is how long a title in the largest type may be. */
export function openingPart(
  book: Book,
  picture: CoverPicture | undefined,
  chapters: readonly ContentsEntry[],
  id: string,
  longest: number,
): PrintPart {
  const { metadata } = book
  const isFew = chapters.length >= linesOfContents.least && chapters.length <= linesOfContents.most
  const title = titlePage(metadata)
  const [page = 'text-1'] = pageNames(book).values()
  return {
    template: 'print/opening',
    id,
    page,
    long: lengthOnPage(title.mainTitle) > longest,
    ...title,
    kicker: metadata.subjects[0],
    picture: picture && {
      src: openingFile(picture).path,
      alt: picture.alt,
      width: picture.width,
      height: picture.height,
    },
    isUpright: picture !== undefined && picture.width / picture.height < leastWide,
    entries: isFew ? chapters : [],
  }
}
