// The pipeline, readable from top to bottom: what goes in, what each stage makes of it, what is written.
// A stage is loaded when its turn comes: asking for help loads none, an EPUB alone no printer.

import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { AccessibilityReport, Finding } from './check/index.js'
import { type Collector, collect, failure, OffprintError } from './diagnostics.js'
import { printToFit } from './fit.js'
import type { FetchBytes, PictureContext } from './images/index.js'
import type { FailedBook } from './individual.js'
import type { Changes } from './lock.js'
import type { Article, Book, PageMap, Post, PrintFigures, Report } from './model.js'
import { type BuildOptions, type Format, formatsOf, type Options, readOptions } from './options.js'
import { withPaths } from './output-paths.js'
import { ownStyles } from './own-styles.js'
import type { PdfCheck } from './pdf/index.js'
import { pick } from './pick.js'
import { bookOf, type Progress, type ReadContext, readInput } from './prepare.js'
import { writeFiles } from './write.js'

export type { PdfCheck } from './pdf/index.js'

export type Stage = 'read' | 'normalize' | 'images' | 'render' | 'print' | 'pack' | 'check' | 'write'

/** Tells that a stage begins, or how far it has come. */
export interface BuildEvent {
  readonly stage: Stage
  /** Posts or pictures; absent where a stage cannot be counted. */
  readonly progress?: { readonly done: number; readonly total: number }
}

/** The world that a build may touch; every part can be left out. */
export interface BuildContext extends ReadContext {
  /** Gets pictures at http(s) addresses. @default the one door of `net/`: public addresses only, cached on the disk */
  readonly fetchBytes?: FetchBytes
  readonly onEvent?: (event: BuildEvent) => void
}

export interface Output {
  readonly format: Format
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string
  /** Where it was written; absent when the build was not asked to write. */
  readonly path?: string
  /** The number of pages of a PDF. */
  readonly pages?: number
  /** Whether it is the booklet of the other PDF: sheets to print and fold, which no screen reader can read. */
  readonly booklet?: true
}

export interface EpubCheck {
  readonly checker: string
  readonly errors: number
  readonly warnings: number
  readonly findings: readonly Finding[]
}

export interface BuiltPost {
  readonly id?: number
  readonly url: string
  readonly title: string
  readonly language: string
}

export interface BuildResult {
  readonly outputs: readonly Output[]
  readonly posts: readonly BuiltPost[]
  /** Where each post makes a book of its own: those that made none. */
  readonly failed?: readonly FailedBook[]
  /** With `lock`: what differs from the edition before, if there was one. */
  readonly changes?: Changes
  readonly report: Report
  readonly checks: { readonly epub?: EpubCheck; readonly pdf?: PdfCheck }
  /** What was measured of the EPUB, and what a person must still check. */
  readonly accessibility?: AccessibilityReport
  /** Milliseconds by stage. */
  readonly timings: Readonly<Partial<Record<Stage, number>>>
}

interface Run {
  readonly options: Options
  readonly context: BuildContext
  readonly collector: Collector
  /** Runs one stage: tells of it, times it, and stops before it where the caller has had enough. */
  readonly stage: <T>(name: Stage, work: () => T | Promise<T>) => Promise<T>
  /** Tells how far a stage has come. */
  readonly progress: (stage: Stage) => Progress
}

type Made = Omit<Output, 'path'>

/**
 * Makes an EPUB and a PDF of WordPress posts. Nothing is written unless `output` or `outputDir` is given, and then
 * only when every output has passed its check.
 *
 * @example
 * const { outputs, report } = await build({ input: 'post.json', format: ['epub'] })
 *
 * @throws OffprintError with a stable `code`, an `exitCode` by cause, and the `diagnostics` reported before it.
 */
export async function build(options: BuildOptions, context: BuildContext = {}): Promise<BuildResult> {
  const collector = collect()
  const timings: Partial<Record<Stage, number>> = {}
  const stage: Run['stage'] = async (name, work) => {
    // Stages that compute never let the loop turn, and a signal is heard only when it does.
    await setImmediate()
    if (context.signal?.aborted) throw failure('interrupted', {}, context.signal.reason)
    context.onEvent?.({ stage: name })
    const start = performance.now()
    const value = await work()
    timings[name] = (timings[name] ?? 0) + performance.now() - start
    return value
  }
  const progress: Run['progress'] = (name) => (done, total) =>
    context.onEvent?.({ stage: name, progress: { done, total } })
  try {
    return { ...(await run({ options: readOptions(options), context, collector, stage, progress })), timings }
  } catch (error) {
    if (error instanceof OffprintError) error.diagnostics = collector.diagnostics()
    throw error
  }
}

async function run(all: Run): Promise<Omit<BuildResult, 'timings'>> {
  const { options, context, collector, stage, progress } = all
  const posts = await stage('read', () =>
    readInput(options, { ...context, onProgress: progress('read') }, collector.report),
  )
  const { buildEach } = await import('./individual.js')
  const result = options.individual
    ? await buildEach(posts, options, (post, own) => makeBook([post], { ...all, options: own }))
    : await makeBook(posts, all)
  if (!options.lock) return result
  const { lockEdition } = await import('./lock.js')
  const changes = await lockEdition(posts, result, options, collector.report)
  return { ...result, ...(changes ? { changes } : {}) }
}

/** One book of the posts: from clean text to files. */
async function makeBook(posts: readonly Post[], all: Run): Promise<Omit<BuildResult, 'timings'>> {
  const { options, context, collector, stage, progress } = all
  const { report } = collector
  const wanted = formatsOf(options)
  const before = options.individual ? warningsOf(collector) : 0
  const watch = { ...pick(context, 'signal', 'env'), onProgress: progress('normalize') }
  const prepared = await stage('normalize', () => bookOf(posts, options, report, watch))
  const book = await withCover(await withPictures(prepared.book, prepared.articles, all), posts, all)
  // The PDF comes first: what its pages are called goes into the EPUB.
  const pdf = wanted.includes('pdf') ? await makePdf(book, all, wanted.includes('epub')) : undefined
  const epub = wanted.includes('epub') ? await makeEpub(book, all, pdf?.pageMap) : undefined
  refuseWarnings(options, collector, before)
  const made = [epub?.output, pdf?.output, pdf?.booklet].filter((output) => output !== undefined)
  const outputs = await stage('write', () => writeOutputs(made, book.metadata.slug, options))
  return {
    outputs,
    posts: prepared.posts.map(({ article, language }) => builtPost(article, language)),
    report: {
      diagnostics: collector.diagnostics(),
      losses: collector.losses(),
      outline: prepared.posts.map(({ outline }) => outline),
      faq: prepared.posts.flatMap(({ faq }) => faq),
      ...(pdf ? { print: pdf.figures } : {}),
    },
    checks: { ...(epub ? { epub: epub.check } : {}), ...(pdf ? { pdf: pdf.check } : {}) },
    ...(epub ? { accessibility: epub.accessibility } : {}),
  }
}

/** The same book with the files of its pictures; the decoder is loaded for a book that shows some. */
async function withPictures(book: Book, articles: readonly Article[], run: Run): Promise<Book> {
  const { options, stage, progress } = run
  if (book.pictures.length === 0) return book
  const shown = articles.flatMap(({ pictures, post }) => pictures.map((picture) => ({ picture, post })))
  const settings = { ...pick(options, 'media'), print: formatsOf(options).includes('pdf') }
  const { assets, byPicture } = await stage('images', async () => {
    const { loadPictures } = await import('./images/index.js')
    const { besidePages } = await import('./images/saved-pages.js')
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
async function withCover(book: Book, posts: readonly Post[], run: Run): Promise<Book> {
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
  const { createNet, fetchBytesOf } = await import('./net/index.js')
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

function builtPost({ post, title }: Article, language: string): BuiltPost {
  return { ...pick(post, 'id'), url: post.url, title: title.text, language }
}

interface MadePdf {
  readonly output: Made
  readonly booklet?: Made
  readonly pageMap: PageMap
  readonly check: PdfCheck
  readonly figures: PrintFigures
}

/** `pageTexts`: whether the EPUB will look for the pages in its text. */
async function makePdf(book: Book, run: Run, pageTexts: boolean): Promise<MadePdf> {
  const { options, context, collector, stage } = run
  const { designOf, justify, renderPrint } = await import('./render/index.js')
  const { printPdf } = await import('./pdf/index.js')
  const { sandbox, pdfA, timeout, fit } = options
  const settings = { ...pick(options, 'browser'), sandbox, pdfA, timeout, pageTexts }
  const env = context.env ?? process.env
  const styles = await ownStyles(options)
  const attempt = async (density: number) => {
    // What there is to say is said of what is kept.
    const { report, diagnostics } = collect()
    const look = { ...options, styles, density }
    const { page, justified } = designOf(look)
    const document = await stage('render', async () => {
      const rendered = renderPrint(book, look, report)
      return { ...rendered, xhtml: await justify(rendered.xhtml, justified) }
    })
    const pdf = await stage('print', () => printPdf(document, settings, { env, report, ...pick(context, 'signal') }))
    return { printed: { ...pdf, said: diagnostics() }, pages: pdf.pages, size: page.size }
  }
  const { bytes, pages, said, ...rest } = await printToFit(fit, attempt, collector.report)
  collector.add(said)
  const booklet = options.booklet ? { booklet: await makeBooklet(bytes, book, run) } : {}
  return { output: { format: 'pdf', bytes, sha256: sha256(bytes), pages }, ...booklet, ...rest }
}

/** The same pages on sheets to be folded. */
async function makeBooklet(reading: Uint8Array, { metadata }: Book, run: Run): Promise<Made> {
  const { imposeBooklet } = await import('./pdf/index.js')
  const { bookletSheets: sheets } = run.options
  const settings = sheets === undefined ? {} : { sheets }
  const { bytes, pages } = await run.stage('print', () => imposeBooklet(reading, metadata, settings))
  run.collector.report('booklet-not-accessible', {})
  return { format: 'pdf', booklet: true, bytes, sha256: sha256(bytes), pages }
}

interface MadeEpub {
  readonly output: Made
  readonly check: EpubCheck
  readonly accessibility: AccessibilityReport
}

async function makeEpub(book: Book, { options, collector, stage }: Run, pageMap?: PageMap): Promise<MadeEpub> {
  const { report } = collector
  const documents = await stage('render', async () => {
    const { renderEpub } = await import('./render/index.js')
    return renderEpub(book, { ...options, styles: await ownStyles(options) }, pageMap && { pageMap, report })
  })
  const { packEpub, reportHeavyDocuments } = await import('./epub/index.js')
  reportHeavyDocuments(documents, report)
  const bytes = await stage('pack', () => packEpub(documents))
  const { checkEpub, measureAccessibility } = await import('./check/index.js')
  const findings = await stage('check', () => checkEpub(bytes))
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const [first] = errors
  if (first) throw failure('epub-check-failed', { count: errors.length, first: `${first.id} ${first.message}` })
  for (const { id, message } of warnings) collector.report('epub-check-warning', { id, text: message })
  const check = { checker: 'epubcheck-ts', errors: errors.length, warnings: warnings.length, findings }
  const output = { format: 'epub', bytes, sha256: sha256(bytes) } as const
  return { output, check, accessibility: measureAccessibility(bytes) }
}

function warningsOf(collector: Collector): number {
  return collector.diagnostics().filter(({ severity }) => severity === 'warning').length
}

/** `before`: warnings of other books, which are not to be answered for. */
function refuseWarnings({ strict }: Options, collector: Collector, before: number): void {
  const count = warningsOf(collector) - before
  if (strict && count > 0) throw failure('strict-warnings', { count })
}

async function writeOutputs(made: readonly Made[], slug: string, options: Options): Promise<readonly Output[]> {
  if (options.output === undefined && options.outputDir === undefined) return made
  const outputs = withPaths(made, slug, options)
  await writeFiles(outputs)
  return outputs
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
