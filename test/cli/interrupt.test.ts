// Ctrl-C while the browser prints: nothing of it is left behind. `npm test` builds the command first.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { posts } from '../../bench/big-book.js'

const main = join(import.meta.dirname, '../../dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'interrupt-'))
const temp = join(folder, 'tmp')
mkdirSync(temp)
afterAll(() => rmSync(folder, { recursive: true }))

function read(id: number, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8')
  } catch {
    // It has ended.
    return ''
  }
}

/** All processes below another, by their numbers. */
function processesBelow(top: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parents = new Map(all.map((id) => [id, Number(/\) \S (\d+)/.exec(read(id, 'stat'))?.[1])]))
  const isBelow = (id: number | undefined): boolean => {
    const parent = id === undefined ? undefined : parents.get(id)
    return parent === top || (parent !== undefined && isBelow(parent))
  }
  return all.filter((id) => isBelow(id))
}

/** Waits for a moment, and gives all processes that were started until then. */
async function untilThen(
  child: ChildProcess,
  isThen: (below: readonly number[]) => boolean,
): Promise<readonly number[]> {
  const seen = new Set<number>()
  for (let below: number[] = []; !isThen(below) && child.exitCode === null; ) {
    await setTimeout(20)
    below = processesBelow(child.pid ?? 0)
    for (const id of below) seen.add(id)
  }
  return [...seen]
}

/** A book whose last bytes are there has all of them: it is renamed into its place. */
function isWhole(path: string): boolean {
  const bytes = readFileSync(path)
  return path.endsWith('.epub')
    ? bytes.subarray(-22, -18).toString('latin1') === 'PK\x05\x06'
    : bytes.subarray(-6).toString('latin1').includes('%%EOF')
}

describe.skipIf(!existsSync('/proc/self/cmdline'))('an interrupted print', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves no process and no profile behind at %s', async (signal, code) => {
    const input = join(folder, 'posts.json')
    writeFileSync(input, JSON.stringify(posts(150)))
    const args = [main, input, '--title', 'Big', '--lang', 'en', '--offline', '-f', 'pdf']
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, TMPDIR: temp },
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    const isRenderer = (id: number) => read(id, 'cmdline').includes('--type=renderer')
    let browser: number[] = []
    while (!browser.some(isRenderer) && child.exitCode === null) {
      await setTimeout(50)
      browser = processesBelow(child.pid ?? 0)
    }
    expect(child.exitCode).toBe(null)
    child.kill(signal)
    expect(await ended).toEqual([code, null])
    expect(browser.filter((id) => read(id, 'cmdline') !== '')).toEqual([])
    expect(readdirSync(temp)).toEqual([])
    expect(existsSync(join(folder, 'output'))).toBe(false)
  })

  const outputs = () => (existsSync(join(folder, 'books')) ? readdirSync(join(folder, 'books')) : [])
  const isRenderer = (id: number) => read(id, 'cmdline').includes('--type=renderer')

  /** When the signal comes: `below` are the processes that were started. */
  const moments: Readonly<Record<string, (below: readonly number[]) => boolean>> = {
    'once the program runs': () => true,
    'when the browser starts': (below) => below.length > 0,
    'when it prints the first book': (below) => below.some(isRenderer),
    'when the first book is written': () => outputs().length > 0,
    'when several are written': () => outputs().length > 4,
  }

  it.each(
    ['--individual', 'a configuration'].flatMap((way) => Object.keys(moments).map((moment) => [way, moment] as const)),
  )('of many books (%s) leaves whole books and nothing else: %s', async (way, moment) => {
    rmSync(join(folder, 'books'), { recursive: true, force: true })
    const input = join(folder, 'articles.json')
    const articles = posts(12, { paragraphs: 3 })
    writeFileSync(input, JSON.stringify(articles))
    const common = { lang: 'en', offline: true, outputDir: join(folder, 'books'), lock: false }
    writeFileSync(
      join(folder, 'books.json'),
      JSON.stringify(articles.map((_, index) => ({ ...common, input, ids: [index + 1], title: `Book ${index}` }))),
    )
    const each = [input, '--individual', '--lang', 'en', '--offline', '--output-dir', common.outputDir]
    const args = way === '--individual' ? each : ['--config', join(folder, 'books.json')]
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temp },
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    const seen = await untilThen(child, moments[moment] ?? (() => true))
    // Its own listener for signals is there a little after it was started.
    if (moment === 'once the program runs') await setTimeout(1_500)
    expect(child.exitCode).toBe(null)
    child.kill('SIGINT')
    expect(await ended).toEqual([130, null])
    expect(seen.filter((id) => read(id, 'cmdline') !== '')).toEqual([])
    expect(readdirSync(temp)).toEqual([])
    for (const name of outputs()) expect(isWhole(join(folder, 'books', name)), name).toBe(true)
    expect(outputs().length % 2).toBe(0)
    expect(outputs().length).toBeLessThan(24)
  })
})
