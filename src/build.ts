// The pipeline, readable from top to bottom: what goes in, what each stage makes of it, what is written.
// A stage is loaded when its turn comes: asking for help loads none, an EPUB alone no printer.

import { setImmediate } from 'node:timers/promises'
import { withBrowserAhead } from './build/browser-ahead.js'
import { loadEpubMakers, makeEpub } from './build/epub.js'
import { withPaths } from './build/output-paths.js'
import { ownStyles } from './build/own-styles.js'
import { makePdf } from './build/pdf.js'
import { pick } from './build/pick.js'
import { bookWithPictures, withCover } from './build/pictures.js'
import type { BuildContext, BuildResult, BuiltPost, Made, Output, Run, Stage } from './build/run.js'
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
    const all = readOptions(options)
    const styles = await ownStyles(all)
    return { ...(await run({ options: all, styles, context, collector, stage, progress })), timings }
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
    ? await buildEach(posts, options, (post, own) => makeBook([post], { ...all, options: own }))
    : await withBrowserAhead(all, (ahead) => makeBook(posts, { ...all, ahead }))
  if (!options.lock) return result
  const { lockEdition } = await import('./build/lock.js')
  const changes = await lockEdition(posts, result, options, collector.report)
  return { ...result, ...(changes ? { changes } : {}) }
}

/** One book of the posts: from clean text to files. */
async function makeBook(posts: readonly Post[], all: Run): Promise<Omit<BuildResult, 'timings'>> {
  const { options, collector, stage } = all
  const wanted = formatsOf(options)
  const before = options.individual ? warningsOf(collector) : 0
  const prepared = await bookWithPictures(posts, all)
  // What makes the EPUB is loaded while the decoder works; where a browser will print, while that does.
  if (!wanted.includes('pdf')) void loadEpubMakers()
  const book = await withCover(prepared.book, posts, all)
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

function builtPost({ post, title }: Article, language: string): BuiltPost {
  return { ...pick(post, 'id'), url: post.url, title: title.text, language }
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
