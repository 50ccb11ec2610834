// The programs that do the same work: how each is asked for a PDF of an HTML page, and that page, with what it takes for
// the features ours has (a contents list with page numbers, running heads, chapters on new pages). Those that drive a
// browser take it from PEERS_BROWSER, which ours does not use: it brings one along.

import { spawnSync } from 'node:child_process'

const browser = process.env.PEERS_BROWSER
/** What the peers find in their environment. */
export const peersEnvironment = browser ? { PUPPETEER_EXECUTABLE_PATH: browser } : {}
/** Chromium cannot shut itself in when root runs it. */
const isRoot = process.getuid?.() === 0

const peers = {
  weasyprint: (page, book) => ['weasyprint', page, book],
  'weasyprint, tagged': (page, book) => ['weasyprint', '--pdf-variant', 'pdf/ua-1', page, book],
  'pandoc with weasyprint': (page, book) => ['pandoc', page, '--toc', '--pdf-engine=weasyprint', '-o', book],
  calibre: (page, book) => ['ebook-convert', page, book],
  percollate: (page, book) => ['percollate', 'pdf', ...(isRoot ? ['--no-sandbox'] : []), '--toc', page, '-o', book],
  vivliostyle: (page, book) => [
    'vivliostyle',
    'build',
    ...(browser ? ['--executable-browser', browser] : []),
    ...['--timeout', '1800', '-o', book, page],
  ],
  'pagedjs-cli': (page, book) => [
    'pagedjs-cli',
    ...(isRoot ? ['--browserArgs', '--no-sandbox'] : []),
    ...['--outline-tags', 'h1,h2', '--timeout', '1800000', '-o', book, page],
  ],
}

/** The name and the command of each peer that is installed. */
export function installed(page, book) {
  return Object.entries(peers)
    .map(([name, command]) => [name, command(page, book)])
    .filter(([, [program]]) => spawnSync(program, ['--help']).error === undefined)
}

/** One HTML page of WordPress posts, in the paged-media CSS that the peers share (css-gcpm-3, css-content-3). */
export function pageOf(posts, title) {
  const chapters = posts.map(
    ({ title: heading, content }, index) => `<h1 id="c${index}">${heading.rendered}</h1>\n${content.rendered}`,
  )
  const lines = posts.map(({ title: heading }, index) => `<li><a href="#c${index}">${heading.rendered}</a></li>`)
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>
@page { size: 148mm 210mm; @top-center { content: string(head) } @bottom-center { content: counter(page) } }
h1 { break-before: page; string-set: head content() }
nav a::after { content: leader('.') target-counter(attr(href url), page) }</style></head>
<body><nav><ol>${lines.join('')}</ol></nav>${chapters.join('\n')}</body></html>`
}
