// Times a large EPUB: 300 chapters of about the length of an article, with 300 pictures, made here from a seed. Each run
// is a process of its own. Prints one JSON object: seconds and the peak of memory in MB; beside it those programs of
// the same kind that are installed, which get the same text as HTML, and how many times as long they take.

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { posts, writePictures } from './big-book.js'

const runs = Number(process.argv[2] ?? 3)
const chapters = 300
const main = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'offprint-big-'))
const input = join(folder, 'posts.json')
const page = join(folder, 'posts.html')
const media = join(folder, 'uploads')
const book = join(folder, 'book.epub')

/** The median of the runs by time; GNU time tells the peak of memory of the process and of what it waited for. */
async function measure(command, args) {
  const taken = []
  for (let run = 0; run < runs; run += 1) taken.push(await once(command, args))
  return taken.toSorted((a, b) => a.wall - b.wall)[Math.floor(runs / 2)]
}

async function once(command, args) {
  rmSync(book, { force: true })
  const start = performance.now()
  const child = spawn('/usr/bin/time', ['-f', '%e %U %S %M', command, ...args], { cwd: folder })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${said}`)
  const [, user, system, kilobytes] = said.trim().split('\n').at(-1).split(' ').map(Number)
  const round = (value) => Number(value.toFixed(2))
  return {
    wall: round((performance.now() - start) / 1000),
    cpu: round(user + system),
    peak: Math.round(kilobytes / 1024),
    size: round(statSync(book).size / 1e6),
  }
}

const peers = [
  ['pandoc', [page, '-o', book]],
  ['ebook-convert', [page, book]],
  ['percollate', ['epub', page, '-o', book]],
]

function html(list) {
  const chapters = list.map(({ title, content }) => `<h1>${title.rendered}</h1>\n${content.rendered}`)
  const local = chapters.join('\n').replaceAll('https://press.example/wp-content/uploads/', 'uploads/')
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Big</title></head><body>${local}</body></html>`
}

try {
  const list = posts(chapters)
  writeFileSync(input, JSON.stringify(list))
  writeFileSync(page, html(list))
  await writePictures(chapters, media)
  const args = [main, input, '--quiet', '--lang', 'en', '--title', 'Big', '--offline', '--media', media, '-o', book]
  const offprint = await measure(process.execPath, args)
  const beside = {}
  for (const [name, rest] of peers) {
    if (spawnSync(name, ['--version']).status !== 0) continue
    const taken = await measure(name, rest)
    beside[name] = { ...taken, ratio: Number((taken.wall / offprint.wall).toFixed(2)) }
  }
  const unit = { wall: 'seconds', cpu: 'seconds', peak: 'MB', size: 'MB' }
  console.log(JSON.stringify({ node: process.version, runs, chapters, unit, offprint, ...beside }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
