// One browser process with a profile of its own: started, watched, and gone without a trace when it is stopped.

import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import type { ConnectionTransport } from 'puppeteer'
import type { Environment } from './files.js'
import { browserSwitches } from './switches.js'
import { pipeTransport } from './transport.js'

export interface BrowserProcess {
  readonly transport: ConnectionTransport
  /** Resolves with the reason when the browser ends by itself; never rejects. */
  readonly ended: Promise<string>
  /** Kills the browser with all its children and removes its profile; safe to call twice. */
  readonly stop: () => Promise<void>
}

/** Starts the browser at `path`. That it started shows only when it answers: see `ended`. */
export async function startBrowser(path: string, sandbox: boolean, env: Environment): Promise<BrowserProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'offprint-browser-'))
  const child = spawn(path, browserSwitches(profile, sandbox), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that renderers and zygotes are killed with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: { ...env, ...ownEnvironment(profile) },
  })
  const words = collectWords(child)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(words() || `it ended with ${signal ?? `code ${code}`}`))
  })
  const whenNodeExits = () => {
    kill(child)
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  process.once('exit', whenNodeExits)
  const stop = async () => {
    await endInOrder(child, ended)
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    process.off('exit', whenNodeExits)
  }
  const [, , , toBrowser, fromBrowser] = child.stdio as unknown as [null, null, Readable, Writable, Readable]
  return { transport: pipeTransport(toBrowser, fromBrowser), ended, stop }
}

/** The raw PDF's dates in UTC, and whatever the browser leaves in a temporary folder inside the one that is removed. */
function ownEnvironment(profile: string): Environment {
  // The path of the browser's socket may have 108 bytes (unix(7)), of which it takes the last 46 for itself.
  const isShort = process.platform === 'linux' && profile.length < 62
  const own = { TZ: 'UTC', BREAKPAD_DUMP_LOCATION: profile }
  return isShort ? { ...own, TMPDIR: profile } : own
}

/**
 * Asks the browser to end, so that it waits for its own children, and kills what is left. Children of a browser that is
 * killed at once stay as zombies where the first process of a container does not wait for orphans, as Node does not.
 */
async function endInOrder(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (process.platform !== 'win32') child.kill('SIGTERM')
  const patience = new AbortController()
  await Promise.race([ended, setTimeout(1000, undefined, { signal: patience.signal }).catch(() => {})])
  patience.abort()
  kill(child)
  await ended
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The whole group is gone already.
  }
}

/** What standard error tells of why a browser did not start: the first sentence of the most telling line. */
function collectWords(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    if (text.length < 20_000) text += chunk
  })
  return () => {
    const lines = text.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
    const telling = [/shared librar|usable sandbox/i, /sandbox|not found|snap/i, /cannot|permission/i, /./]
    const line = telling.map((words) => lines.find((one) => words.test(one))).find((one) => one !== undefined) ?? ''
    return (line.split(/[.!] /, 1)[0] ?? line).replace(/[.!]$/, '')
  }
}
