// The stage of pictures: those of the posts, and the cover.

import type { FetchBytes, PictureContext } from '../images/index.js'
import type { Article, Book, Post } from '../model.js'
import { formatsOf } from '../options.js'
import { pick } from './pick.js'
import type { Run } from './run.js'

/** The same book with the files of its pictures; the decoder is loaded for a book that shows some. */
export async function withPictures(book: Book, articles: readonly Article[], run: Run): Promise<Book> {
  const { options, stage, progress } = run
  if (book.pictures.length === 0) return book
  const shown = articles.flatMap(({ pictures, post }) => pictures.map((picture) => ({ picture, post })))
  const settings = { ...pick(options, 'media'), print: formatsOf(options).includes('pdf') }
  const { assets, byPicture } = await stage('images', async () => {
    const { loadPictures } = await import('../images/index.js')
    const { besidePages } = await import('../images/saved-pages.js')
    const posts = articles.map(({ post }) => post)
    return await fetching(run, ({ fetchBytes, ...world }) => {
      const nearest = fetchBytes && besidePages(posts, fetchBytes)
      const watched = { ...world, onProgress: progress('images') }
      return loadPictures(shown, settings, { ...watched, ...(nearest ? { fetchBytes: nearest } : {}) })
    })
  })
  const pictures = book.pictures.map((picture) => {
    const asset = byPicture.get(picture.id)
    return asset === undefined ? picture : { ...picture, asset }
  })
  return { ...book, pictures, assets }
}

/** The same book with its cover. */
export async function withCover(book: Book, posts: readonly Post[], run: Run): Promise<Book> {
  const { options, collector, stage } = run
  if (options.cover === false) return book
  return await stage('images', async () => {
    const { coverOf } = await import('./cover.js')
    return { ...book, cover: await coverOf(book, posts, options, collector.report, (work) => fetching(run, work)) }
  })
}

/** Does what needs pictures from elsewhere; the way there is closed when it is done. */
async function fetching<T>(run: Run, work: (world: PictureContext) => Promise<T>): Promise<T> {
  const { options, context, collector } = run
  const { createNet, fetchBytesOf } = await import('../net/index.js')
  const world = { report: collector.report, ...pick(context, 'signal') }
  const net = createNet(options, { ...world, env: context.env ?? process.env })
  try {
    const fetch = fetchBytesOf(net)
    const fetchBytes: FetchBytes = context.fetchBytes ?? (async (url, wish) => (await fetch(url, wish)).bytes)
    return await work({ ...world, fetchBytes })
  } finally {
    await net.close()
  }
}
