// Runs a command that prints a PDF and measures it as a whole: seconds, the peak of memory of all its processes together,
// and the pages it made.

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PDFDocument } from '@pdfme/pdf-lib'

/** A command that takes longer than this, in milliseconds, is stopped. */
const patience = 1_800_000

/** Chromium cannot shut itself in when root runs it; calibre's is told so here. */
const env = process.getuid?.() === 0 ? { ...process.env, QTWEBENGINE_DISABLE_SANDBOX: '1' } : process.env

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

/** `{ seconds, peak, pages, size }`, memory and size in MB, or `{ failed }` with the last line the command said. */
export async function measurePrint([program, ...args], book, variables = {}) {
  rmSync(book, { force: true })
  const start = performance.now()
  const child = spawn(program, args, {
    cwd: dirname(book),
    env: { ...env, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
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

export function round(value) {
  return Number(value.toFixed(2))
}
