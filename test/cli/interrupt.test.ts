// Ctrl-C while the browser prints: nothing of it is left behind. `npm test` builds the command first.

import { spawn } from 'node:child_process'
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
})
