// Browsers that note each of their starts, and fail when they are told to.

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export interface RecordedBrowser {
  readonly path: string
  /** The processes that were started, each the head of a group. */
  readonly starts: () => readonly number[]
}

/** What a browser does at the first `times` of its starts: nothing at all, or what it does when it is to print. */
export interface Fault {
  readonly times: number
  readonly kind: 'silent' | 'dies in print' | 'hangs in print'
}

export function recordedBrowser(folder: string, real: string, fault?: Fault): RecordedBrowser {
  const at = mkdtempSync(join(folder, 'browser-'))
  const path = join(at, 'chromium')
  const log = join(at, 'starts')
  writeFileSync(log, '')
  writeFileSync(join(at, 'between.mjs'), between(real, fault?.kind === 'dies in print'))
  const faulty = fault?.kind === 'silent' ? 'exec sleep 60' : `exec ${process.execPath} ${at}/between.mjs "$@"`
  const first = fault ? `if [ $(wc -l < ${log}) -le ${fault.times} ]; then ${faulty}; fi\n` : ''
  writeFileSync(path, `#!/bin/sh\necho $$ >> ${log}\n${first}exec ${real} "$@"\n`)
  chmodSync(path, 0o755)
  return { path, starts: () => readFileSync(log, 'utf8').split('\n').filter(Boolean).map(Number) }
}

/** Stands between the two pipes of the browser, and lets everything through but the order to print. */
function between(real: string, dies: boolean): string {
  return `import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
const stdio = ['ignore', 'ignore', 'inherit', 'pipe', 'pipe']
const child = spawn(${JSON.stringify(real)}, process.argv.slice(2), { stdio })
createReadStream('', { fd: 3 }).on('data', (data) => {
  if (!data.includes('Page.printToPDF')) child.stdio[3].write(data)
  else if (${dies}) process.kill(-process.pid, 'SIGKILL')
})
child.stdio[4].pipe(createWriteStream('', { fd: 4 }))
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', () => process.exit())
`
}

export function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** A folder for temporary files, those of browsers too, of one test file alone; it goes when that is done. */
export function ownTemporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  afterAll(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
