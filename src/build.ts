// The pipeline, readable from top to bottom: what goes in, what each stage makes of it, what is written.
// A stage is loaded when its turn comes: asking for help loads none, an EPUB alone no printer.

import { withBrowserAhead } from './build/browser-ahead.js'
import { loadEpubMakers, makeEpub } from './build/epub.js'
import { withPaths } from './build/output-paths.js'
import { ownStyles } from './build/own-styles.js'
import { makePdf } from './build/pdf.js'
import { pick } from './build/pick.js'
import { bookWithPictures, withCover } from './build/pictures.js'
import type { BuildContext, BuildResult, BuiltPost, Company, Made, Output, Run, Timings } from './build/run.js'
import type { BookOutcome, BuildAllContext } from './build/several.js'
import { stagesOf } from './build/stages.js'
import { type Collector, collect, failure, OffprintError } from './diagnostics.js'
import type { Article, Post } from './model.js'
import { type BuildOptions, formatsOf, type Options, readOptions } from './options.js'
import { readInput } from './prepare.js'
import { writeFiles } from './write.js'

export type {
  BuildContext,
  BuildEvent,
  BuildResult,
  BuiltPost,
  EpubCheck,
  Output,
  Stage,
} from './build/run.js'
export type { PdfCheck, Printer } from './pdf/index.js'

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
  return await buildBook(options, context)
}

/**
 * Makes several books with one browser, two at a time where memory allows. One that fails costs itself alone; after an
 * interruption no other is begun, and all that are left bear its error.
 *
 * @param context `onBook` is told of each book, in their order.
 *
 * @example
 * const outcomes = await buildAll([{ input: 'a.json' }, { input: 'b.json' }], { onBook: ({ error }) => {} })
 */
export async function buildAll(
  books: readonly BuildOptions[],
  context: BuildAllContext = {},
): Promise<readonly BookOutcome[]> {
  const { buildBooks } = await import('./build/several.js')
  return await buildBooks(books, context, buildBook)
}

async function buildBook(options: BuildOptions, context: BuildContext, company: Company = {}): Promise<BuildResult> {
  const collector = collect()
  const timings: Timings = {}
  const stages = stagesOf(context, timings, company.exclusive)
  try {
    const all = readOptions(options)
    const styles = await ownStyles(all)
    const shared = { options: all, styles, context, collector, timings, ...company }
    return { ...(await run({ ...shared, ...stages })), timings }
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
  const { buildEach } = await import('./build/individual.js')
  const result = options.individual
    ? await buildEach(posts, all, makeBook)
    : await withBrowserAhead(all, (ahead) => makeBook(posts, { ...all, ahead }))
  if (!options.lock) return result
  const { lockEdition } = await import('./build/lock.js')
  const changes = await stage('write', () => lockEdition(posts, result, options, collector.report))
  return { ...result, ...(changes ? { changes } : {}) }
}

/** One book of the posts: from clean text to files. */
async function makeBook(posts: readonly Post[], all: Run): Promise<Omit<BuildResult, 'timings'>> {
  const { options, collector, stage } = all
  const wanted = formatsOf(options)
  const prepared = await bookWithPictures(posts, all)
  // What makes the EPUB is loaded while the decoder works; where a browser will print, while that does.
  if (!wanted.includes('pdf')) void loadEpubMakers()
  const book = await withCover(prepared.book, posts, all)
  // The PDF comes first: what its pages are called goes into the EPUB.
  const pdf = wanted.includes('pdf') ? await makePdf(book, all, wanted.includes('epub')) : undefined
  const epub = wanted.includes('epub') ? await makeEpub(book, all, pdf?.pageMap) : undefined
  refuseWarnings(options, collector)
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

function builtPost({ post, title }: Article, language: string): BuiltPost {
  return { ...pick(post, 'id'), url: post.url, title: title.text, language }
}

function refuseWarnings({ strict }: Options, collector: Collector): void {
  const count = collector.diagnostics().filter(({ severity }) => severity === 'warning').length
  if (strict && count > 0) throw failure('strict-warnings', { count })
}

async function writeOutputs(made: readonly Made[], slug: string, options: Options): Promise<readonly Output[]> {
  if (options.output === undefined && options.outputDir === undefined) return made
  const outputs = withPaths(made, slug, options)
  await writeFiles(outputs)
  return outputs
}
