// Prints books of 10, 100 and 1,000 chapters of about seven pages each, made here from a seed. Prints one JSON object:
// seconds, the peak of memory of all processes together in MB, pages, and how many times as long each book takes as the
// one a tenth of its length; beside it those programs of the same kind that are installed, which get the same text as
// HTML. Arguments: the numbers of chapters; with `--alone`, without the others.

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@pdfme/pdf-lib'
import { posts } from './big-book.js'

const alone = process.argv.includes('--alone')
const asked = process.argv.slice(2).map(Number).filter(Number.isInteger)
const sizes = asked.length > 0 ? asked : [10, 100, 1000]
const main = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'offprint-print-'))
const book = join(folder, 'book.pdf')
const page = join(folder, 'book.html')
/** A peer that takes longer than this is stopped, and the larger books are not asked of it. */
const patience = 1_800_000

/** Proportional memory of a process and all below it, in kilobytes: what several share counts once (proc(5)). */
function memoryBelow(top) {
  const parents = new Map()
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${id}/stat`)
    if (stat) parents.set(Number(id), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  let total = 0
  for (const id of parents.keys()) {
    let above = id
    while (above && above !== top) above = parents.get(above)
    if (above === top) total += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0)
  }
  return total
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended in the meantime.
    return ''
  }
}

async function once(command, args) {
  rmSync(book, { force: true })
  const start = performance.now()
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryBelow(child.pid))
  }, 200)
  const clock = setTimeout(() => child.kill(), patience)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  clearTimeout(clock)
  if (code !== 0) return { failed: said.trim().split('\n').at(-1) || `ended with ${code}` }
  const seconds = (performance.now() - start) / 1000
  const pdf = await PDFDocument.load(readFileSync(book), { updateMetadata: false })
  const megabytes = statSync(book).size / 1e6
  return { seconds: round(seconds), peak: Math.round(peak / 1024), pages: pdf.getPageCount(), size: round(megabytes) }
}

function round(value) {
  return Number(value.toFixed(2))
}

const peers = [
  ['weasyprint', [page, book]],
  ['pandoc', [page, '--pdf-engine=weasyprint', '-o', book]],
  ['ebook-convert', [page, book]],
  ['percollate', ['pdf', page, '-o', book]],
  ['vivliostyle', ['build', page, '-o', book]],
  ['pagedjs-cli', [page, '-o', book]],
]

function html(list) {
  const chapters = list.map(
    ({ title, content }, index) => `<h1 id="c${index}">${title.rendered}</h1>\n${content.rendered}`,
  )
  const lines = list.map(({ title }, index) => `<li><a href="#c${index}">${title.rendered}</a></li>`)
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Big</title><style>@page { size: 148mm 210mm }
h1 { break-before: page } nav a::after { content: leader('.') target-counter(attr(href url), page) }</style></head>
<body><nav><ol>${lines.join('')}</ol></nav>${chapters.join('\n')}</body></html>`
}

/** The programs that are there, ours first. */
function programs(input) {
  const args = [main, input, '--quiet', '--lang', 'en', '--title', 'Big', '--offline', '--timeout', '3600', '-o', book]
  const others = alone ? [] : peers.filter(([name]) => spawnSync(name, ['--version']).status === 0)
  return [['offprint', args, process.execPath], ...others.map(([name, rest]) => [name, rest, name])]
}

try {
  const results = {}
  for (const chapters of sizes) {
    // No pictures: what is printed is the same text for all.
    const list = posts(chapters, { paragraphs: 20 }).map((post) => {
      const rendered = post.content.rendered.replace(/<figure[^>]*>[\s\S]*?<\/figure>/, '')
      return { ...post, content: { rendered } }
    })
    const input = join(folder, 'posts.json')
    writeFileSync(input, JSON.stringify(list))
    writeFileSync(page, html(list))
    for (const [name, args, command] of programs(input)) {
      results[name] ??= {}
      const own = results[name]
      const before = Object.entries(own).at(-1)
      if (before?.[1].failed) continue
      const taken = await once(command, args)
      const growth = before && taken.seconds ? round(taken.seconds / before[1].seconds) : undefined
      own[`${chapters} chapters`] = { ...taken, ...(growth === undefined ? {} : { growth }) }
    }
  }
  const unit = { seconds: 's', peak: 'MB of all processes', size: 'MB' }
  console.log(JSON.stringify({ node: process.version, unit, ...results }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
