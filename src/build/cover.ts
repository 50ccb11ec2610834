// The cover of a book: the user's own, or one that is made of its words and the picture of its first post that has one.

import { pathToFileURL } from 'node:url'
import type { ReportFn } from '../diagnostics.js'
import type { PictureContext } from '../images/index.js'
import type { Book, Cover, CoverPicture, Post } from '../model.js'
import { formatsOf, type Options } from '../options.js'

/** Does work that needs pictures from elsewhere. */
export type Fetching = <T>(work: (world: PictureContext) => Promise<T>) => Promise<T>

/** The cover that the options ask for; undefined where no output of the build has room for one. */
export async function coverOf(
  book: Book,
  posts: readonly Post[],
  options: Options,
  report: ReportFn,
  fetching: Fetching,
): Promise<Cover | undefined> {
  const { coverWords, designOf, printsMadeCover } = await import('../render/index.js')
  const { width, height } = designOf(options).page
  const pageRatio = formatsOf(options).includes('pdf') ? height / width : undefined
  const { makeCover, ownCover } = await import('../images/cover/index.js')
  const { cover } = options
  if (typeof cover === 'string' || cover instanceof Uint8Array)
    return { ...(await ownCover(cover, pageRatio)), isOwn: true }
  const isShown = formatsOf(options).includes('epub') || printsMadeCover(book, options)
  if (!isShown && options.edition === 'handout') return undefined
  const picture = await featuredPicture(posts, options, fetching)
  // Fonts that the user has installed are found from where the program runs, ours from here.
  const fontRoots = [pathToFileURL(`${process.cwd()}/`).href, import.meta.url]
  const made = await makeCover(coverWords(book.metadata), picture, {
    pageRatio,
    fontRoots,
    // Of a cover that nobody will see there is nothing to say; its picture may open the text.
    report: isShown ? report : () => {},
  })
  return picture === undefined ? made : { ...made, picture }
}

/** Its file, found as the pictures of the text are; one that is not to be had costs only itself. */
async function featuredPicture(
  posts: readonly Post[],
  { media }: Options,
  fetching: Fetching,
): Promise<CoverPicture | undefined> {
  const post = posts.find(({ featuredImage }) => featuredImage !== undefined)
  if (!post?.featuredImage) return undefined
  const { loadPictures } = await import('../images/index.js')
  const { url, alt } = post.featuredImage
  const picture = { id: 'cover', alt, hasAlt: true, candidates: [{ url, reason: 'featured image' }], inLink: false }
  const wanted = [{ picture, post, instead: 'the cover is made without it' }]
  const settings = { print: true, ...(media === undefined ? {} : { media }) }
  const { assets } = await fetching((world) => loadPictures(wanted, settings, world))
  const [asset] = assets
  return asset && { ...(asset.print ?? asset), mediaType: asset.mediaType, alt }
}
