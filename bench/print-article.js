// Prints one article with a cold browser: the bundled example, or the file that is named. Prints one JSON object with the
// median of five runs, after one that does not count; beside it those programs of the same kind that are installed, in
// turn with ours, so that a busy moment falls on all of them.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installed, pageOf, peersEnvironment } from './peers.js'
import { measurePrint, round } from './printed.js'

const runs = 5
const root = join(import.meta.dirname, '..')
const input = resolve(process.argv[2] ?? join(root, 'examples', 'sleep-and-light.json'))
const folder = mkdtempSync(join(tmpdir(), 'offprint-article-'))
const book = join(folder, 'book.pdf')
const page = join(folder, 'book.html')

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function summary(taken, ours) {
  const failed = taken.find((run) => run.failed)
  if (failed) return failed
  const seconds = median(taken.map((run) => run.seconds))
  const { pages, size } = taken[0]
  return { seconds, peak: median(taken.map((run) => run.peak)), pages, size, oursToThis: round(ours / seconds) }
}

try {
  const read = JSON.parse(readFileSync(input, 'utf8'))
  const list = Array.isArray(read) ? read : [read]
  writeFileSync(page, pageOf(list, 'Article'))
  const main = join(root, 'dist', 'cli', 'main.js')
  const programs = [
    ['offprint', [process.execPath, main, input, '--quiet', '--offline', '-o', book]],
    ...installed(page, book),
  ]
  const taken = new Map(programs.map(([name]) => [name, []]))
  for (let run = 0; run <= runs; run++) {
    for (const [name, command] of programs) {
      const figures = await measurePrint(command, book, name === 'offprint' ? {} : peersEnvironment)
      if (run > 0) taken.get(name).push(figures)
    }
  }
  const ours = median(taken.get('offprint').map(({ seconds }) => seconds))
  const results = Object.fromEntries([...taken].map(([name, figures]) => [name, summary(figures, ours)]))
  console.log(
    JSON.stringify(
      { node: process.version, runs, unit: { seconds: 's', peak: 'MB', size: 'MB' }, ...results },
      null,
      2,
    ),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
