// From a book to its PDF, and to the booklet of that.

import { collect } from '../diagnostics.js'
import type { Book, PageMap, PrintFigures } from '../model.js'
import type { PdfCheck } from '../pdf/index.js'
import { loadEpubMakers } from './epub.js'
import { printToFit, type Setting } from './fit.js'
import { pick } from './pick.js'
import { type Made, type Run, sha256 } from './run.js'

interface MadePdf {
  readonly output: Made
  readonly booklet?: Made
  readonly pageMap: PageMap
  readonly check: PdfCheck
  readonly figures: PrintFigures
}

/** `pageTexts`: whether the EPUB will look for the pages in its text. */
export async function makePdf(book: Book, run: Run, pageTexts: boolean): Promise<MadePdf> {
  const { options, styles, context, collector, stage } = run
  const { designOf, justify, renderPrint } = await import('../render/index.js')
  const print = context.printer?.print ?? (await import('../pdf/index.js')).printPdf
  const { sandbox, pdfA, maxPages, fit } = options
  const settings = { ...pick(options, 'browser', 'concurrency', 'timeout'), sandbox, pdfA, maxPages, pageTexts }
  const env = context.env ?? process.env
  const { language } = book.metadata
  const reckon = (setting: Setting) => designOf({ ...options, ...setting }, undefined, language).page
  const attempt = async (setting: Setting) => {
    // What there is to say is said of what is kept.
    const said = collect()
    const { report } = said
    const look = { ...options, styles, ...setting }
    const { justified } = designOf(look, undefined, language)
    const document = await stage('render', async () => {
      const rendered = renderPrint(book, look, report)
      return { ...rendered, xhtml: await justify(rendered.xhtml, justified) }
    })
    const ahead = await run.ahead
    // What makes the EPUB is loaded while the browser prints.
    const meanwhile = () => void (pageTexts && loadEpubMakers())
    const world = { env, report, meanwhile, ...pick(context, 'signal'), ...(ahead ? { ahead } : {}) }
    const pdf = await stage('print', () =>
      print(document, settings, world).catch((error) => {
        collector.add(said)
        throw error
      }),
    )
    return { printed: { ...pdf, said }, pages: pdf.pages }
  }
  const { bytes, pages, said, ...rest } = await printToFit(fit, reckon, attempt, collector.report)
  collector.add(said)
  const booklet = options.booklet ? { booklet: await makeBooklet(bytes, book, run) } : {}
  return { output: { format: 'pdf', bytes, sha256: sha256(bytes), pages }, ...booklet, ...rest }
}

/** The same pages on sheets to be folded. */
async function makeBooklet(reading: Uint8Array, { metadata }: Book, run: Run): Promise<Made> {
  const { imposeBooklet } = await import('../pdf/index.js')
  const { bookletSheets: sheets } = run.options
  const settings = sheets === undefined ? {} : { sheets }
  const { bytes, pages } = await run.stage('print', () => imposeBooklet(reading, metadata, settings))
  run.collector.report('booklet-not-accessible', {})
  return { format: 'pdf', booklet: true, bytes, sha256: sha256(bytes), pages }
}
