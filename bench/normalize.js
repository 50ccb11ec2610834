// Times normalising on one core: one post of 1 MB, a thousand of 12 kB, and how time grows from 1 MB to 4 MB (4 is
// linear). Prints one JSON object, in seconds.

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

function seconds(posts) {
  const start = performance.now()
  for (const one of posts) normalizePost(one, { outline: 'auto', faq: 'auto', idPrefix: '' }, () => {})
  return Number(((performance.now() - start) / 1000).toFixed(3))
}

seconds([post(12_000), post(100_000)])
const one = seconds([post(1_000_000)])
const four = seconds([post(4_000_000)])
const thousand = seconds(Array.from({ length: 1000 }, () => post(12_000)))
const result = { megabyte: one, fourMegabytes: four, thousandPosts: thousand, growth: Number((four / one).toFixed(2)) }
console.log(JSON.stringify({ node: process.version, unit: 'seconds', ...result }, null, 2))
