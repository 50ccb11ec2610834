// Prints books of 10, 100 and 1,000 chapters of about seven pages each, made here from a seed. Prints one JSON object:
// seconds, the peak of memory of all processes together in MB, pages, and how many times as long each book takes as the
// one a tenth of its length; beside it those programs of the same kind that are installed, which get the same text as
// HTML. Arguments: the numbers of chapters; with `--alone`, without the others.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { posts } from './big-book.js'
import { installed, pageOf, peersEnvironment } from './peers.js'
import { measurePrint, round } from './printed.js'

const alone = process.argv.includes('--alone')
const asked = process.argv.slice(2).map(Number).filter(Number.isInteger)
const sizes = asked.length > 0 ? asked : [10, 100, 1000]
const main = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'offprint-print-'))
const book = join(folder, 'book.pdf')
const page = join(folder, 'book.html')
/** The seconds a peer may take for a book before the larger ones are not asked of it. */
const enough = 60

/** Their commands, ours first. */
function programs(input) {
  const options = ['--quiet', '--lang', 'en', '--title', 'Big', '--offline', '--timeout', '3600']
  const ours = ['offprint', [process.execPath, main, input, ...options, '-o', book]]
  return alone ? [ours] : [ours, ...installed(page, book)]
}

/** No pictures: what is printed is the same text for all. */
function chaptersOfText(count) {
  return posts(count, { paragraphs: 20 }).map((post) => {
    const rendered = post.content.rendered.replace(/<figure[^>]*>[\s\S]*?<\/figure>/, '')
    return { ...post, content: { rendered } }
  })
}

try {
  const results = {}
  for (const chapters of sizes) {
    const list = chaptersOfText(chapters)
    const input = join(folder, 'posts.json')
    writeFileSync(input, JSON.stringify(list))
    writeFileSync(page, pageOf(list, 'Big'))
    for (const [name, command] of programs(input)) {
      results[name] ??= {}
      const before = Object.values(results[name]).at(-1)
      if (before?.failed || (name !== 'offprint' && before?.seconds > enough)) continue
      const taken = await measurePrint(command, book, name === 'offprint' ? {} : peersEnvironment)
      const growth = before && taken.seconds ? { growth: round(taken.seconds / before.seconds) } : {}
      results[name][`${chapters} chapters`] = { ...taken, ...growth }
    }
  }
  const unit = { seconds: 's', peak: 'MB of all processes', size: 'MB' }
  console.log(JSON.stringify({ node: process.version, unit, ...results }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
