// Times normalising on one core: one post of 1 MB, a thousand of 12 kB, how time grows from 1 MB to 4 MB (4 is linear),
// and how it grows when hostile markup doubles (2 is linear). Prints one JSON object, in seconds.

import { normalizePost } from '../dist/normalize/index.js'

const paragraph = (index) =>
  `<p class="has-text-align-center" style="color:red">Paragraph ${index} has <strong>bold</strong>, <em>emphasis</em>, ` +
  `a <a href="https://press.example/page-${index}/">link</a> and words enough to fill some lines of a page, as posts do.</p>\n`
const picture = (index) =>
  `<figure class="wp-block-image size-large"><img src="https://press.example/wp-content/uploads/2026/03/p-${index}-1024x683.jpg" ` +
  `alt="A picture" width="1024" height="683" loading="lazy"><figcaption>Picture ${index}</figcaption></figure>\n`
const list = '<ul class="wp-block-list"><li>One thing</li><li>Another, with <code>code</code></li></ul>\n'

function content(bytes) {
  const parts = []
  for (let index = 0, size = 0; size < bytes; index += 1) {
    const heading = index % 5 === 0 ? `<h${2 + ((index / 5) % 3)}>Heading ${index}</h${2 + ((index / 5) % 3)}>\n` : ''
    const part = `${heading}${paragraph(index)}${index % 7 === 0 ? picture(index) : ''}${index % 4 === 0 ? list : ''}`
    parts.push(part)
    size += part.length
  }
  return parts.join('')
}

function post(bytes) {
  const url = 'https://press.example/a-post/'
  return { url, slug: 'a-post', title: 'A post', content: content(bytes), authors: [], terms: [] }
}

const settings = { outline: 'auto', faq: 'auto', idPrefix: '' }

/** Processor time: what else the machine does at the same time counts less. A post that is refused takes time too. */
function seconds(posts) {
  const start = process.cpuUsage()
  for (const one of posts) {
    try {
      normalizePost(one, settings, () => {})
    } catch (error) {
      if (!error.code) throw error
    }
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000_000
}

const of = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('')
const nested = (depth, start) => start.repeat(depth)

// Markup that has taken time by the square, or might: each makes content of a size.
const hostile = {
  emptyAfterQuestion: (n) =>
    `<p><b>What is it?</b></p>${'<p></p>'.repeat(n)}${of(n, (i) => `<p><b>bold ${i}</b></p>`)}`,
  boldQuestions: (n) => of(n, (i) => `<p><b>What is it ${i}?</b></p><p>This.</p>`),
  boldOutsideParagraphs: (n) => of(n, (i) => `<b>x${i}</b><br>\n`),
  nestedFormatting: (n) => nested(400, '<b>') + '<p>x</p>'.repeat(n / 4),
  formattingKept: (n) => nested(40, '<b lang="en">') + '<p>x</p>'.repeat(n / 4),
  nestedGalleries: (n) => nested(300, '<div class="gallery">') + '<img src="a.jpg">'.repeat(n / 4),
  lazyPictures: (n) => of(n, (i) => `<img data-src="a${i}.jpg"><noscript><img src="a${i}.jpg"></noscript>`),
  linkedPictures: (n) => of(n, (i) => `<a href="/a${i}.jpg"><img src="/a${i}-300x200.jpg"></a>`),
  oneNote: (n) =>
    `${of(n, (i) => `<sup><a href="#fn1" id="r${i}">1</a></sup> word `)}<ol><li id="fn1">Note <a href="#r0">↩</a></li></ol>`,
  siblings: (n) => '<i></i>'.repeat(n * 8),
  brackets: (n) => '[x '.repeat(n * 4),
  rows: (n) => `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(n)}</table>`,
  headings: (n) => of(n, (i) => `<h${2 + (i % 3)}>Why ${i}?</h${2 + (i % 3)}><p>This.</p>`),
}

const round = (number) => Number(number.toFixed(3))
const ofContent = (html) => ({ ...post(0), content: html })

/** The time of some content, and how it grows when the content doubles: 2 is linear. */
function doubling(make) {
  seconds([ofContent(make(1000))])
  const once = seconds([ofContent(make(8000))])
  const twice = seconds([ofContent(make(16_000))])
  return { seconds: round(twice), growth: Number((twice / once).toFixed(2)) }
}

seconds([post(12_000), post(100_000)])
const one = seconds([post(1_000_000)])
const four = seconds([post(4_000_000)])
const thousand = seconds(Array.from({ length: 1000 }, () => post(12_000)))
const result = {
  megabyte: round(one),
  fourMegabytes: round(four),
  thousandPosts: round(thousand),
  growth: Number((four / one).toFixed(2)),
  doubled: Object.fromEntries(Object.entries(hostile).map(([name, make]) => [name, doubling(make)])),
}
console.log(JSON.stringify({ node: process.version, unit: 'seconds', ...result }, null, 2))
