// The stage of pictures: those of the posts, and the cover.

import type { Article, Book, Post } from '../model.js'
import { bookOf, type Prepared } from '../prepare.js'
import { fetching } from './fetching.js'
import { pick } from './pick.js'
import { PicturesAhead } from './pictures-ahead.js'
import type { Run } from './run.js'

/** The book of the posts with the files of its pictures: they are decoded while the text of others is normalised. */
export async function bookWithPictures(posts: readonly Post[], run: Run): Promise<Prepared> {
  const { options, context, collector, stage, progress } = run
  const loading = new PicturesAhead(posts, run)
  const onArticle = (article: Article) => loading.add(article)
  const watch = { ...pick(context, 'signal', 'env'), onProgress: progress('normalize'), onArticle }
  try {
    const prepared = await stage('normalize', async () => {
      const made = await bookOf(posts, options, collector.report, watch)
      run.places?.take(made.book.metadata.slug, options)
      return made
    })
    if (prepared.book.pictures.length === 0) return prepared
    const { assets, byPicture } = await stage('images', () => loading.finish())
    const pictures = prepared.book.pictures.map((picture) => {
      const asset = byPicture.get(picture.id)
      return asset === undefined ? picture : { ...picture, asset }
    })
    return { ...prepared, book: { ...prepared.book, pictures, assets } }
  } finally {
    loading.stop()
  }
}

/** The same book with its cover. */
export async function withCover(book: Book, posts: readonly Post[], run: Run): Promise<Book> {
  const { options, collector, stage } = run
  if (options.cover === false) return book
  return await stage('images', async () => {
    const { coverOf } = await import('./cover.js')
    const { report } = collector
    const cover = await coverOf(book, posts, options, report, (work) => fetching(run, report, work))
    return cover ? { ...book, cover } : book
  })
}
