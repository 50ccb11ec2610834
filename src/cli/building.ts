// Builds the books that are asked for, and says what came of each.

import type picocolors from 'picocolors'
import {
  type BookOutcome,
  type BuildContext,
  type BuildOptions,
  type BuildResult,
  build,
  buildAll,
  exitCodes,
} from '../index.js'
import type { Talk } from './arguments.js'
import { worstOf } from './exit-code.js'
import { failureOf } from './failure.js'
import { jsonOfOutcomes, jsonOfResult } from './json.js'
import { sparingMemory } from './memory.js'
import { type Progress, showProgress } from './progress.js'
import { failureWords, summary, unmadeWords } from './summary.js'

/** Where words and results go, and what a build may ask. */
export interface Terminal {
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly context: Pick<BuildContext, 'env' | 'stdin' | 'signal'>
  /** Of standard error. */
  readonly colors: ReturnType<typeof picocolors.createColors>
  /** Whether a line may be written over. */
  readonly isLive: boolean
}

/** Builds one book or several, and gives the exit code. Throws what a single book throws. */
export async function runBuilds(books: readonly BuildOptions[], talk: Talk, terminal: Terminal): Promise<number> {
  const { stderr, isLive, context } = terminal
  const progress = talk.json || talk.quiet ? undefined : showProgress(stderr, { live: isLive, verbose: talk.verbose })
  const watched = { ...context, onEvent: sparingMemory((event) => progress?.onEvent(event)) }
  try {
    const [only, ...others] = books
    if (only && others.length === 0) return await buildOne(only, talk, terminal, watched, progress)
    return await buildSeveral(books, talk, terminal, watched, progress)
  } finally {
    progress?.end()
  }
}

async function buildOne(
  book: BuildOptions,
  talk: Talk,
  terminal: Terminal,
  context: BuildContext,
  progress: Progress | undefined,
): Promise<number> {
  const result = await build(book, context)
  progress?.hide()
  tell(result, talk, terminal)
  if (talk.json) terminal.stdout.write(jsonOfResult(result))
  return exitCodeOf(result)
}

/** Told as they are done, in their order; with --json, one object in the end. */
async function buildSeveral(
  books: readonly BuildOptions[],
  talk: Talk,
  terminal: Terminal,
  context: BuildContext,
  progress: Progress | undefined,
): Promise<number> {
  const { stdout, stderr, colors } = terminal
  const onBook = ({ result, error }: BookOutcome) => {
    progress?.hide()
    if (result) tell(result, talk, terminal)
    else if (!talk.json && error.exitCode !== exitCodes.interrupted)
      stderr.write(failureWords(failureOf(error), { ...talk, colors }))
  }
  const outcomes = await buildAll(books, { ...context, onBook })
  if (talk.json) stdout.write(jsonOfOutcomes(outcomes))
  else stderr.write(unmadeWords(books, outcomes, { ...talk, colors }))
  return worstOf(outcomes.map(({ result, error }) => (result ? exitCodeOf(result) : error.exitCode)))
}

function tell(result: BuildResult, talk: Talk, { stdout, stderr, colors }: Terminal): void {
  if (talk.json) return
  if (!talk.quiet) stderr.write(summary(result, { colors, verbose: talk.verbose }))
  stdout.write(result.outputs.map(({ path }) => `${path}\n`).join(''))
}

/** Where each post makes a book of its own, by the worst of those that made none. */
function exitCodeOf({ failed = [] }: BuildResult): number {
  return worstOf(failed.map(({ exitCode }) => exitCode))
}
