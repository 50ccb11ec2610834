// Pictures are decoded beside the text: the decoder has threads of its own, which would else wait for the last post.

import { Readable } from 'node:stream'
import type { ReportFn } from '../diagnostics.js'
import type { LoadedPictures, PictureOfPost } from '../images/index.js'
import type { Article, Post } from '../model.js'
import { formatsOf } from '../options.js'
import { fetching } from './fetching.js'
import { pick } from './pick.js'
import type { Run } from './run.js'

export class PicturesAhead {
  readonly #posts: readonly Post[]
  readonly #run: Run
  readonly #shown: Readable = new Readable({ objectMode: true, read: () => {} })
  /** What there is to say is said after what is said of the text, however quick the pictures are. */
  readonly #said: Parameters<ReportFn>[] = []
  readonly #stopped: AbortController = new AbortController()
  #count = 0
  #loaded: Promise<LoadedPictures> | undefined
  #isTold = false

  constructor(posts: readonly Post[], run: Run) {
    this.#posts = posts
    this.#run = run
  }

  /** The decoder is loaded with the first picture. */
  add({ pictures, post }: Article): void {
    for (const picture of pictures) {
      const one: PictureOfPost = { picture, post }
      this.#shown.push(one)
    }
    this.#count += pictures.length
    // Books that are made side by side ask a site one after the other.
    if (pictures.length > 0 && !this.#run.exclusive) this.#begin()
  }

  /** All of them; no other can be added. */
  async finish(): Promise<LoadedPictures> {
    this.#isTold = true
    this.#shown.push(null)
    if (this.#count > 0) this.#begin()
    try {
      return (await this.#loaded) ?? { assets: [], byPicture: new Map() }
    } finally {
      for (const one of this.#said) this.#run.collector.report(...one)
    }
  }

  /** No other picture is begun, and none is waited for. */
  stop(): void {
    this.#stopped.abort()
    this.#shown.destroy()
  }

  #begin(): void {
    if (this.#loaded) return
    this.#loaded = this.#load()
    // Who finishes hears of it.
    this.#loaded.catch(() => {})
  }

  async #load(): Promise<LoadedPictures> {
    const run = this.#run
    const settings = { ...pick(run.options, 'media'), print: formatsOf(run.options).includes('pdf') }
    const { loadPictures } = await import('../images/index.js')
    const { besidePages } = await import('../images/saved-pages.js')
    const progress = run.progress('images')
    const report = (...one: Parameters<ReportFn>) => void this.#said.push(one)
    const onProgress = (done: number) => {
      if (this.#isTold) progress(done, this.#count)
    }
    return await fetching(run, report as ReportFn, ({ fetchBytes, ...world }) => {
      const nearest = fetchBytes && besidePages(this.#posts, fetchBytes)
      const signal = AbortSignal.any([this.#stopped.signal, ...(world.signal ? [world.signal] : [])])
      const watched = { ...world, signal, onProgress, ...(nearest ? { fetchBytes: nearest } : {}) }
      return loadPictures(this.#shown, settings, watched)
    })
  }
}
