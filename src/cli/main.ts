#!/usr/bin/env node
// The command: reads its arguments, calls `build`, `inspect` or `check` once, and says what came of it. Results go to standard output,
// words to standard error.

import { readFileSync } from 'node:fs'
import picocolors from 'picocolors'
import { type BuildEvent, type BuildOptions, build, check, exitCodes, inspect } from '../index.js'
import { type Request, readArguments, type Talk } from './arguments.js'
import { checkWords } from './check.js'
import { failureOf, usageFailure } from './failure.js'
import { readHints } from './hints.js'
import { inspectionWords } from './inspection.js'
import { jsonOfCheck, jsonOfFailure, jsonOfInspection, jsonOfResult } from './json.js'
import { diagnosticLines, failureWords, summary } from './summary.js'

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
type BookRun = Exclude<Run, { kind: 'check' }>

async function run(request: Run): Promise<number> {
  const { talk } = request
  const interruption = listenForSignals()
  const voice = { colors: picocolors.createColors(hasColors(talk, stderr)), verbose: talk.verbose, debug: talk.debug }
  try {
    if (request.kind === 'check') return await runCheck(request, interruption.signal)
    const hints = request.hints === undefined ? {} : { hints: readHints(request.hints) as BuildOptions['hints'] }
    const asked = { ...request, options: { ...request.options, ...hints } }
    await (request.kind === 'build' ? runBuild : runInspection)(asked, interruption.signal)
    return exitCodes.ok
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (talk.json) stdout.write(jsonOfFailure(failure))
    else stderr.write(failureWords(failure, voice))
    return failure.exitCode === exitCodes.interrupted ? interruption.exitCode() : failure.exitCode
  }
}

async function runBuild({ options, talk }: BookRun, signal: AbortSignal): Promise<void> {
  const voice = { colors: picocolors.createColors(hasColors(talk, stderr)), verbose: talk.verbose }
  let last = ''
  const onEvent = ({ stage }: BuildEvent) => {
    if (talk.verbose && !talk.json && stage !== last) stderr.write(`${stage} …\n`)
    last = stage
  }
  const result = await build(options, { env, stdin, signal, onEvent })
  if (!talk.json && !talk.quiet) stderr.write(summary(result, voice))
  stdout.write(talk.json ? jsonOfResult(result) : result.outputs.map(({ path }) => `${path}\n`).join(''))
}

/** What is found is the result, and goes to standard output. */
async function runInspection({ options, talk }: BookRun, signal: AbortSignal): Promise<void> {
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
