#!/usr/bin/env node
// The command: reads its arguments, calls `build` once, and says what came of it. Results go to standard output,
// words to standard error.

import { readFileSync } from 'node:fs'
import picocolors from 'picocolors'
import { type BuildEvent, build, exitCodes } from '../index.js'
import { type Request, readArguments, type Talk } from './arguments.js'
import { failureOf, usageFailure } from './failure.js'
import { jsonOfFailure, jsonOfResult } from './json.js'
import { failureWords, summary } from './summary.js'

const { stdin, stdout, stderr, env } = process

/** Exit code of a process that SIGTERM ends: 128 + 15. */
const terminated = 143

async function main(): Promise<number> {
  const request = readArguments(process.argv.slice(2), env, version)
  if (request.kind === 'build') return run(request)
  if (request.kind === 'answer') {
    stdout.write(request.text)
    return exitCodes.ok
  }
  if (request.json) stdout.write(jsonOfFailure(usageFailure(request.text)))
  else stderr.write(`${request.text}\nRun "offprint --help" for the options.\n`)
  return exitCodes.usage
}

async function run({ options, talk }: Extract<Request, { kind: 'build' }>): Promise<number> {
  const interruption = listenForSignals()
  const voice = { colors: picocolors.createColors(hasColors(talk)), verbose: talk.verbose, debug: talk.debug }
  let last = ''
  const onEvent = ({ stage }: BuildEvent) => {
    if (talk.verbose && !talk.json && stage !== last) stderr.write(`${stage} …\n`)
    last = stage
  }
  try {
    const result = await build(options, { env, stdin, signal: interruption.signal, onEvent })
    if (!talk.json && !talk.quiet) stderr.write(summary(result, voice))
    stdout.write(talk.json ? jsonOfResult(result) : result.outputs.map(({ path }) => `${path}\n`).join(''))
    return exitCodes.ok
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (talk.json) stdout.write(jsonOfFailure(failure))
    else stderr.write(failureWords(failure, voice))
    return failure.exitCode === exitCodes.interrupted ? interruption.exitCode() : failure.exitCode
  }
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
function hasColors({ color }: Talk): boolean {
  if (!color || env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return stderr.isTTY === true && env.TERM !== 'dumb'
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
