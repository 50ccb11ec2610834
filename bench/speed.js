// Times whole processes: an EPUB alone, and both books with a cold browser, of the bundled example or of the file that
// is named. Prints one JSON object with the median, the minimum and the maximum of five runs, after one that does not
// count. `cpu` is the user and system time of the process and of those it waited for; `wall` is what a person waits.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const runs = 5
const root = join(import.meta.dirname, '..')
const input = process.argv[2] ?? join(root, 'examples', 'sleep-and-light.json')
const main = join(root, 'dist', 'cli', 'main.js')

/** The shell's `times` tells what its children took, the browser included. */
function once(args) {
  const start = performance.now()
  const command = '"$@" >/dev/null && times'
  const run = spawnSync('sh', ['-c', command, 'sh', process.execPath, main, input, '--quiet', ...args], {
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`The run ended with ${run.status}: ${run.stderr}`)
  const [, children = ''] = run.stdout.trim().split('\n')
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, min, sec]) => sum + Number(min) * 60 + Number(sec),
    0,
  )
  return { cpu, wall: (performance.now() - start) / 1000 }
}

function summary(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const round = (value) => Number(value.toFixed(3))
  return { median: round(sorted[Math.floor(sorted.length / 2)]), min: round(sorted[0]), max: round(sorted.at(-1)) }
}

function measure(args) {
  once(args)
  const taken = Array.from({ length: runs }, () => once(args))
  return { cpu: summary(taken.map(({ cpu }) => cpu)), wall: summary(taken.map(({ wall }) => wall)) }
}

const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'))
try {
  const epub = measure(['-o', join(folder, 'book.epub')])
  const both = measure(['-o', join(folder, 'book.epub'), '-o', join(folder, 'book.pdf')])
  console.log(JSON.stringify({ node: process.version, runs, unit: 'seconds', epub, epubAndPdf: both }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
