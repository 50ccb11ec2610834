// A print document as the render stage makes it, small, and what is needed to print it.

import { collect } from '../../src/diagnostics.js'
import type { Metadata, PrintDocument, PrintHeading, Xhtml } from '../../src/model.js'
import { type PrintSettings, printPdf } from '../../src/pdf/index.js'

const metadata: Metadata = {
  identifier: 'urn:uuid:6f9619ff-8b86-5d01-b42d-00cf4fc964ff',
  title: { text: 'Light & Sleep', xhtml: 'Light &amp; Sleep' as Xhtml },
  authors: [{ name: 'Åsa Öst' }, { name: 'Jo Ray' }],
  site: { name: 'The Night Desk', url: 'https://example.org/' },
  language: 'en-GB',
  direction: 'ltr',
  published: '2026-01-25T10:54:00+01:00',
  modified: '2026-02-03T08:09:10Z',
  source: 'https://example.org/light/',
  description: 'How <evening> light moves the clock.',
  subjects: ['sleep', 'light'],
  slug: 'light',
}

const long = 'What the evening light does to the clock in the brain and how to dim the rooms of a house in time'

const sampleHeadings: readonly PrintHeading[] = [
  { id: 'contents', level: 1, text: 'Contents', inOutline: false },
  { id: 'c1', level: 1, text: long, inOutline: true },
  { id: 's1', level: 2, text: 'The eye', inOutline: true },
  { id: 's2', level: 2, text: 'The clock & the day', inOutline: true },
  { id: 'd1', level: 3, text: 'Deep below', inOutline: true },
  { id: 'c2', level: 1, text: 'Questions', inOutline: true },
  { id: 'colophon', level: 1, text: 'Colophon', inOutline: false },
]

const sampleBody = `
<section><h1 id="contents">Contents</h1><ol><li><a href="#c1">${long}</a></li><li><a href="#c2">Questions</a></li></ol></section>
<section><h1 id="c1">What the evening light does to <em>the clock</em> in the brain and how to dim the rooms of a house in time</h1>
<p>Ten lux are <strong>enough</strong>, says <a href="https://example.org/lux?a=1&amp;b=2">the first study</a>.</p>
<h2 id="s1">The eye</h2><ul><li>Rods</li><li>Cones</li></ul>
<h2 id="s2">The clock &amp; the day</h2><h3 id="d1">Deep below</h3>
<table><thead><tr><th scope="col">Hour</th><th scope="col">Lux</th></tr></thead><tbody><tr><td>20</td><td>30</td></tr></tbody></table></section>
<section><h1 id="c2">Questions</h1><p>See <a href="#s1">the eye</a>.</p></section>
<section><h1 id="colophon">Colophon</h1><p>Set in EB Garamond.</p></section>`

/** One whole page around a body, laid out as A5. */
function page(body: string, head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB" xml:lang="en-GB"><head><title>Light</title>
<link rel="stylesheet" href="fonts/eb-garamond/400.css"/>
<link rel="stylesheet" href="fonts/eb-garamond/400-italic.css"/>
<link rel="stylesheet" href="fonts/eb-garamond/600.css"/>
<link rel="stylesheet" href="fonts/eb-garamond/600-italic.css"/>
<style>@page { size: 148mm 210mm; margin: 20mm; @bottom-center { content: counter(page) } }
html { font-family: 'EB Garamond' } section { break-before: page } h1, h2, h3, th, strong { font-weight: 600 }</style>
${head}</head><body>${body}</body></html>`
}

export function documentOf(body: string, headings: readonly PrintHeading[] = [], head = ''): PrintDocument {
  return { xhtml: page(body, head), headings, metadata, assets: [] }
}

export const sample: PrintDocument = documentOf(sampleBody, sampleHeadings)

/** Prints, and tells what was said on the way; the sandbox note depends on who runs the test and is left out. */
export async function print(
  document: PrintDocument,
  settings: Partial<PrintSettings> = {},
  context: { env?: Record<string, string>; signal?: AbortSignal } = {},
) {
  const { report, diagnostics } = collect()
  const printed = await printPdf(
    document,
    { sandbox: true, timeout: 60, ...settings },
    { ...context, env: { ...process.env, ...context.env }, report },
  )
  return { ...printed, said: diagnostics().filter(({ code }) => code !== 'sandbox-off') }
}
