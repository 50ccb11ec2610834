// One fresh page per print: a page that is used again numbers its structure elements differently.

import type { CDPSession, HTTPRequest, Page } from 'puppeteer'
import { failure } from '../../diagnostics.js'
import type { RunningBrowser } from '../browser/launch.js'
import { answerTo, documentAddress, type Pages } from './answers.js'

/**
 * Prints the document as Chromium makes it, on the pages that its own CSS asks for: `tagged`, with an outline and its
 * structure, or without them, which is quicker and breaks the pages at the same places.
 *
 * @throws OffprintError `print-failed` when the document is not well formed or the browser gives up.
 */
export async function printPage(
  { browser, ended }: RunningBrowser,
  document: Pages,
  tagged: boolean,
): Promise<Uint8Array> {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    const crash = new Promise<never>((_, reject) => page.once('error', reject))
    const death = ended.then((reason) => {
      throw new Error(`the browser ended: ${reason}`)
    })
    return await Promise.race([load(page, document).then(() => toPdf(page, tagged)), crash, death])
  } finally {
    await context.close().catch(() => {})
  }
}

async function load(page: Page, document: Pages): Promise<void> {
  await Promise.all([
    page.setJavaScriptEnabled(false),
    page.setRequestInterception(true),
    page.setOfflineMode(true),
    page.emulateMediaType('print'),
  ])
  page.on('request', (request) => void answer(request, document))
  await page.goto(documentAddress, { waitUntil: 'load', timeout: 0 })
  await refuseIllFormed(await page.createCDPSession())
}

async function answer(request: HTTPRequest, document: Pages): Promise<void> {
  const found = await answerTo(request.url(), document)
  // A request may be gone with its page by the time it is answered.
  if (found) await request.respond({ ...found, headers: { ...found.headers } }).catch(() => {})
  else await request.abort('blockedbyclient').catch(() => {})
}

/** Chromium prints what stands before the first error of ill-formed XML, with its own words above: half a book. */
async function refuseIllFormed(session: CDPSession): Promise<void> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'parsererror > div' })
  if (nodeId === 0) return
  const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId })
  const words = outerHTML
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  throw failure('print-failed', { reason: `the document is not well formed: ${words}` })
}

async function toPdf(page: Page, tagged: boolean): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged,
    outline: tagged,
    waitForFonts: true,
    timeout: 0,
  })
}
