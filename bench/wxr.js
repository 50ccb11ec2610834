// Reads a made export of WordPress, by default 25,000 posts in 300 MB, in a process of its own, and prints one JSON
// object: how long that took, and how much memory the process had at its peak. All posts are looked at and the oldest
// twenty are taken; attachments, drafts and menu items lie between them, as in real exports.
//
//   node bench/wxr.js [posts] [MB] [limit]

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [posts = 25_000, megabytes = 300, limit = 20] = process.argv.slice(2).map(Number)
const root = join(import.meta.dirname, '..')

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A large site</title><link>https://example.org</link><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://example.org</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[mira]]></wp:author_login><wp:author_display_name><![CDATA[Mira Holm]]></wp:author_display_name></wp:author>
`

function entry(id, { type = 'post', status = 'publish', content = '', more = '' }) {
  const day = new Date(Date.UTC(2005, 0, 1) + id * 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  return `<item><title><![CDATA[What the pond and the slope have to say, ${id}]]></title><link>https://example.org/what-the-pond-has-to-say-${id}/</link><dc:creator><![CDATA[mira]]></dc:creator>
<content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date><![CDATA[${day}]]></wp:post_date><wp:post_date_gmt><![CDATA[${day}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[what-the-pond-has-to-say-${id}]]></wp:post_name><wp:status><![CDATA[${status}]]></wp:status><wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order><wp:post_type><![CDATA[${type}]]></wp:post_type><wp:post_password><![CDATA[]]></wp:post_password>
<category domain="category" nicename="c${id % 50}"><![CDATA[Category ${id % 50}]]></category>${more}</item>
`
}

const sentence = 'The pond lies where the slope ends, and in a wet spring it reaches the first row of beans. '

async function writeExport(path) {
  const out = createWriteStream(path)
  const size = Math.max(1, Math.round((megabytes * 1e6) / posts / sentence.length) - 12)
  const paragraph = sentence.repeat(6)
  const content = `${Array.from({ length: Math.ceil(size / 6) }, () => paragraph).join('\n\n')}\n\n[gallery ids="1"]`
  out.write(head)
  for (let n = 0; n < posts; n += 1) {
    const id = n * 4 + 1
    const picture = `<wp:attachment_url><![CDATA[https://example.org/wp-content/uploads/a-picture-of-the-pond-in-spring-${id}.jpg]]></wp:attachment_url>`
    const thumbnail = `<wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[${id}]]></wp:meta_value></wp:postmeta>`
    const text =
      entry(id, { type: 'attachment', status: 'inherit', more: picture }) +
      entry(id + 1, { content, more: thumbnail }) +
      (n % 20 === 0 ? entry(id + 2, { status: 'draft', content: 'Later.' }) : '') +
      (n % 50 === 0 ? entry(id + 3, { type: 'nav_menu_item' }) : '')
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end('</channel></rss>\n')
  await once(out, 'close')
}

const reader = `
const { readPosts } = await import(process.argv[1])
const start = performance.now()
const posts = await readPosts(process.argv[2], { maxInput: 20, order: 'date', limit: ${limit} }, { report: () => {} })
const seconds = Number(((performance.now() - start) / 1000).toFixed(2))
const { user, system } = process.cpuUsage()
const cpu = Number(((user + system) / 1e6).toFixed(2))
console.log(JSON.stringify({ taken: posts.length, seconds, cpu, peakMB: Math.round(process.resourceUsage().maxRSS / 1024) }))
`

const folder = mkdtempSync(join(tmpdir(), 'offprint-wxr-'))
try {
  const path = join(folder, 'export.xml')
  await writeExport(path)
  const module = join(root, 'dist', 'sources', 'index.js')
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', reader, module, path], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  const size = Math.round(statSync(path).size / 1e6)
  console.log(JSON.stringify({ node: process.version, posts, exportMB: size, ...JSON.parse(run.stdout) }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
