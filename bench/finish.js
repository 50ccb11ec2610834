// What finishing a PDF costs over Chromium's own print: the bundled example as a book of one, ten and a hundred
// chapters. Prints one JSON object with the medians of three runs, in milliseconds; `ratio` is all of it over the print.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as lib from '@pdfme/pdf-lib'

const root = join(import.meta.dirname, '..')
const dist = (path) => import(join(root, 'dist', `${path}.js`))
const { bookOf, readInput } = await dist('prepare')
const { readOptions } = await dist('options')
const { renderPrint } = await dist('render/index')
const { withBrowser } = await dist('pdf/browser/launch')
const { printPage } = await dist('pdf/page/print')
const { keyPage } = await dist('pdf/page/keys')
const { fontsOf } = await dist('pdf/glyphs/fallback')
const { finishPdf } = await dist('pdf/finish/index')

const report = () => {}
const post = JSON.parse(readFileSync(join(root, 'examples', 'sleep-and-light.json'), 'utf8'))
const one = Array.isArray(post) ? post[0] : post

async function documentOf(chapters) {
  const posts = Array.from({ length: chapters }, (_, index) => {
    const slug = `${one.slug}-${index + 1}`
    return { ...one, id: index + 1, slug, link: `https://example.org/${slug}/` }
  })
  const options = readOptions({ input: posts, format: ['pdf'] })
  const { book } = await bookOf(await readInput(options, {}, report), options, report)
  return renderPrint(book, options)
}

async function once(document, running) {
  const start = performance.now()
  const fonts = await fontsOf(document.xhtml, document.metadata.language)
  const { xhtml, keys } = keyPage(fonts.xhtml)
  const prepared = performance.now()
  const raw = await printPage(running, { ...document, xhtml })
  const printed = performance.now()
  const pdf = await lib.PDFDocument.load(raw, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
  const loaded = performance.now()
  const { bytes, check } = await finishPdf(lib, pdf, document, keys, { wantsArchival: false })
  const finished = performance.now()
  if (!check.passed) throw new Error('The book does not pass its check.')
  return {
    pages: pdf.getPageCount(),
    printedBytes: raw.length,
    finishedBytes: bytes.length,
    prepare: prepared - start,
    print: printed - prepared,
    load: loaded - printed,
    finish: finished - loaded,
    ratio: (finished - start) / (printed - prepared),
  }
}

async function measure(chapters) {
  const document = await documentOf(chapters)
  const settings = { sandbox: process.getuid?.() !== 0, env: process.env, report, stop: new AbortController().signal }
  const runs = await withBrowser(settings, async (running) => {
    await once(document, running)
    return [await once(document, running), await once(document, running), await once(document, running)]
  })
  const median = (name) => runs.map((run) => run[name]).toSorted((a, b) => a - b)[1]
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, Number(median(name).toFixed(2))]))
}

const result = { node: process.version, runs: 3, unit: 'milliseconds' }
for (const chapters of [1, 10, 100]) result[`${chapters} chapters`] = await measure(chapters)
console.log(JSON.stringify(result, null, 2))
