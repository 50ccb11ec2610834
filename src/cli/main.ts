#!/usr/bin/env node
// The command: reads its arguments, calls what they ask for, and says what came of it. Results go to standard output, words
// to standard error.

import { readFileSync } from 'node:fs'
import picocolors from 'picocolors'
import { type BuildOptions, cacheContents, check, clearCache, exitCodes, init, inspect } from '../index.js'
import { type Request, readArguments, type Talk } from './arguments.js'
import { booksOf } from './books.js'
import { runBuilds } from './building.js'
import { cacheWords } from './cache.js'
import { checkWords } from './check.js'
import { worstOf } from './exit-code.js'
import { failureOf, UsageError, usageFailure } from './failure.js'
import { usage } from './help.js'
import { readHints } from './hints.js'
import { inspectionWords } from './inspection.js'
import { jsonOfCache, jsonOfCheck, jsonOfFailure, jsonOfInit, jsonOfInspection } from './json.js'
import { diagnosticLines, failureWords } from './summary.js'
import { count } from './words.js'

const { stdin, stdout, stderr, env } = process

/** Exit code of a process that SIGTERM ends: 128 + 15. */
const terminated = 143

async function main(): Promise<number> {
  const request = readArguments(process.argv.slice(2), env, version)
  if (request.kind === 'answer') {
    stdout.write(request.text)
    return exitCodes.ok
  }
  if (request.kind !== 'mistake') return run(request)
  if (request.json) stdout.write(jsonOfFailure(usageFailure(request.text)))
  else stderr.write(`${request.text}\nRun "offprint --help" for the options.\n`)
  return exitCodes.usage
}

type Run = Exclude<Request, { text: string }>

interface BookRun {
  readonly options: BuildOptions
  readonly talk: Talk
}

async function run(request: Run): Promise<number> {
  const { talk } = request
  const interruption = listenForSignals()
  const voice = { colors: picocolors.createColors(hasColors(talk, stderr)), verbose: talk.verbose, debug: talk.debug }
  try {
    if (request.kind === 'check') return await runCheck(request, interruption.signal)
    if (request.kind === 'init') return await runInit(request, interruption.signal)
    if (request.kind === 'cache') return await runCache(request)
    return await runBooks(request, voice, interruption)
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (talk.json) stdout.write(jsonOfFailure(failure))
    else stderr.write(failureWords(failure, voice))
    return failure.exitCode === exitCodes.interrupted ? interruption.exitCode() : failure.exitCode
  }
}

type Interruption = ReturnType<typeof listenForSignals>

/** Builds or inspects what the command line and the configuration ask for. */
async function runBooks(
  request: Extract<Run, { kind: 'build' | 'inspect' }>,
  { colors }: { readonly colors: ReturnType<typeof picocolors.createColors> },
  interruption: Interruption,
): Promise<number> {
  const { talk } = request
  const hints = request.hints === undefined ? {} : { hints: readHints(request.hints) as BuildOptions['hints'] }
  const books = await booksOf({ ...request, options: { ...request.options, ...hints } })
  if (books.length === 0) return noInput(talk)
  if (request.kind === 'build') {
    const { signal } = interruption
    const terminal = { stdout, stderr, context: { env, stdin, signal }, colors, isLive: isLive() }
    const code = await runBuilds(books, talk, terminal)
    return code === exitCodes.interrupted ? interruption.exitCode() : code
  }
  if (talk.json && books.length > 1) throw new UsageError('One book is inspected at a time with --json; name an input.')
  const codes: number[] = []
  for (const options of books) {
    // One that cannot be read does not hide the others.
    const code = await runInspection({ options, talk }, interruption.signal).catch((thrown) => {
      const failure = failureOf(thrown)
      if (books.length === 1 || failure.exitCode === exitCodes.interrupted) throw thrown
      stderr.write(failureWords(failure, { ...talk, colors }))
      return failure.exitCode
    })
    codes.push(code)
  }
  return worstOf(codes)
}

function noInput({ json }: Talk): number {
  const text = `error: no input was named, and no configuration was found\n${usage}`
  if (json) stdout.write(jsonOfFailure(usageFailure(text)))
  else stderr.write(`${text}\nRun "offprint --help" for the options.\n`)
  return exitCodes.usage
}

/** What is found is the result, and goes to standard output. */
async function runInspection({ options, talk }: BookRun, signal: AbortSignal): Promise<number> {
  const inspection = await inspect(options, { env, stdin, signal })
  const colors = picocolors.createColors(hasColors(talk, stdout))
  stdout.write(talk.json ? jsonOfInspection(inspection) : inspectionWords(inspection, colors))
  if (!talk.json && !talk.quiet) {
    const voice = { colors: picocolors.createColors(hasColors(talk, stderr)), verbose: talk.verbose }
    stderr.write(
      diagnosticLines(inspection.diagnostics, voice)
        .map((line) => `${line}\n`)
        .join(''),
    )
  }
  return exitCodes.ok
}

async function runInit({ options, talk }: Extract<Run, { kind: 'init' }>, signal: AbortSignal): Promise<number> {
  const result = await init(options, { env, signal })
  const said = result.asked
    ? `${count(result.categories, 'category', 'categories')} found`
    : 'the site could not be asked'
  if (!talk.json && !talk.quiet) stderr.write(`wrote ${result.path} (${said})\n`)
  stdout.write(talk.json ? jsonOfInit(result) : `${result.path}\n`)
  return exitCodes.ok
}

/** What the cache holds, or held before it was emptied. */
async function runCache({ clears, options, talk }: Extract<Run, { kind: 'cache' }>): Promise<number> {
  const contents = await (clears ? clearCache(options, { env }) : cacheContents(options, { env }))
  stdout.write(talk.json ? jsonOfCache(contents, clears) : cacheWords(contents, clears))
  return exitCodes.ok
}

type CheckRun = Extract<Run, { kind: 'check' }>

/** What is found is the result, here too; an EPUB with errors is one, with an exit code of its own. */
async function runCheck({ file, options, talk }: CheckRun, signal: AbortSignal): Promise<number> {
  const result = await check(file, options, { env, signal })
  const colors = picocolors.createColors(hasColors(talk, stdout))
  stdout.write(talk.json ? jsonOfCheck(file, result) : checkWords(file, result, { ...talk, colors }))
  return result.ok ? exitCodes.ok : exitCodes.check
}

/** Ctrl-C and SIGTERM stop the build, which then clears up; a second one does not wait for that. */
function listenForSignals(): { signal: AbortSignal; exitCode: () => number } {
  const controller = new AbortController()
  let exitCode: number = exitCodes.interrupted
  const stop = (code: number) => () => {
    exitCode = code
    if (controller.signal.aborted) process.exit(code)
    controller.abort()
  }
  process.on('SIGINT', stop(exitCodes.interrupted))
  process.on('SIGTERM', stop(terminated))
  return { signal: controller.signal, exitCode: () => exitCode }
}

/** Whether a line may be written over: on a terminal that is looked at. */
function isLive(): boolean {
  return stderr.isTTY === true && !env.CI && env.TERM !== 'dumb'
}

// https://no-color.org and https://force-color.org: any value but the empty one counts.
function hasColors({ color }: Talk, stream: NodeJS.WriteStream): boolean {
  if (!color || env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return stream.isTTY === true && env.TERM !== 'dumb'
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

// A reader that has seen enough (`offprint … | head -1`) closes the pipe; that is no failure of ours.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  stderr.write(`error: standard output cannot be written (${error.code ?? error.message})\n`)
  process.exitCode = exitCodes.environment
})
stderr.on('error', () => {})

const exitCode = await main()
process.exitCode ??= exitCode
// An interrupted read of standard input would keep the process waiting for it.
stdin.destroy()
