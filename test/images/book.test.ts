// Books with pictures: the files, their places, and what EPUBCheck has to say.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEntry, readZip } from '../../src/check/zip.js'
import { type BuildResult, build } from '../../src/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { epubTexts } from '../support/epub.js'
import { photo, serving, site } from './pictures.js'

const content = `<p>Before the first heading <img src="${site}/icon.png" alt="a lamp" width="20" height="20"> in a line.</p>
<h2>Large</h2><figure><img id="there" src="${site}/large.jpg" alt="A &quot;large&quot; &lt;one&gt;"><figcaption>Caption.</figcaption></figure>
<p><a href="https://press.example/page/"><img src="${site}/glass.webp" alt=""></a></p>
<h2>Others</h2><p><img src="${site}/moving.gif" alt="It moves"></p><p><img src="${site}/drawing.svg" alt="A plan"></p>
<p><img src="${site}/large.jpg" alt="The same again"></p><p><img src="${site}/gone.jpg" alt="Gone"></p>
<p>See <a href="#there">the large one</a>.</p>`

const input = {
  id: 7,
  link: 'https://press.example/a-post/',
  slug: 'a-post',
  date: '2026-03-01T08:00:00',
  date_gmt: '2026-03-01T07:00:00',
  modified_gmt: '2026-03-01T07:00:00',
  title: { rendered: 'Pictures' },
  content: { rendered: content },
}

let folder: string
let result: BuildResult

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'book-'))
  const uploads = join(folder, '2026', '01')
  await mkdir(uploads, { recursive: true })
  const frames = ['#f00', '#00f'].map((background) =>
    sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toBuffer(),
  )
  const made: Record<string, Uint8Array | string> = {
    'icon.png': await photo(256, 256).png().toBuffer(),
    'large.jpg': await photo(2600, 1800)
      .jpeg({ quality: 30 })
      .withExif({ IFD0: { Artist: 'Anna' } })
      .toBuffer(),
    'glass.webp': await photo(300, 200, 4).webp().toBuffer(),
    'moving.gif': await sharp(await Promise.all(frames), { join: { animated: true } })
      .gif()
      .toBuffer(),
    'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle r="30"/></svg>',
  }
  for (const [name, bytes] of Object.entries(made)) await writeFile(join(uploads, name), bytes)
  result = await build({ input, lang: 'en', author: ['Anna'], media: folder, offline: true })
})

afterAll(() => rm(folder, { recursive: true }))

const bytesOf = (format: string) => result.outputs.find((one) => one.format === format)?.bytes ?? new Uint8Array()

describe('a book with pictures', () => {
  it('holds each file once, stored, and says what is missing', () => {
    const images = readZip(bytesOf('epub')).filter(({ name }) => name.startsWith('EPUB/images/'))
    expect(images.map(({ name }) => name)).toEqual([
      'EPUB/images/cover.jpg',
      'EPUB/images/picture-01.png',
      'EPUB/images/picture-02.jpg',
      'EPUB/images/picture-03.png',
      'EPUB/images/picture-04.gif',
      'EPUB/images/picture-05.png',
    ])
    for (const entry of images) expect(readEntry(bytesOf('epub'), entry).length).toBe(entry.compressedSize)
    const said = result.report.diagnostics.filter(({ code }) => code === 'picture-left-out')
    expect(said.map(({ message, place }) => [message, place?.heading])).toEqual([
      [
        `The picture ${site}/gone.jpg is not in the book (neither the folder of media nor the cache holds it); its place shows its alternative text and its address.`,
        'Others',
      ],
    ])
    expect(Object.keys(result.timings)).toContain('images')
  })

  it('shows each in its place, with words and with a shape', () => {
    const text = [...epubTexts(bytesOf('epub'))].filter(([path]) => path.includes('/text/')).map(([, file]) => file)
    const found = [...text.join('\n').matchAll(/<img [^>]*>|missing-picture/g)].map(([tag]) => tag)
    expect(found).toEqual([
      '<img src="../images/cover.jpg" alt="Cover: Pictures by Anna" role="doc-cover" width="1600" height="2560"/>',
      '<img src="../images/picture-01.png" alt="a lamp" width="20" height="20"/>',
      '<img id="there" class="alone" src="../images/picture-02.jpg" alt="A &quot;large&quot; &lt;one&gt;" width="1600" height="1107"/>',
      '<img class="alone" src="../images/picture-03.png" alt="Picture" width="300" height="200"/>',
      '<img class="alone" src="../images/picture-04.gif" alt="It moves" width="40" height="40"/>',
      '<img class="alone ink" src="../images/picture-05.png" alt="A plan" width="180" height="120"/>',
      '<img class="alone" src="../images/picture-02.jpg" alt="The same again" width="1600" height="1107"/>',
      'missing-picture',
    ])
  })

  it('claims of its pictures what holds', async () => {
    const claims = async (html: string) => {
      const post = { ...input, content: { rendered: html } }
      const { outputs } = await build({ input: post, format: ['epub'], media: folder, offline: true })
      const packageDocument = epubTexts(outputs[0]?.bytes ?? new Uint8Array()).get('EPUB/package.opf') ?? ''
      return [...packageDocument.matchAll(/schema:access\w*(?:Mode|Sufficient|Feature|Hazard)">([^<]*)/g)]
        .map(([, value]) => value)
        .filter((value) => /^(?:textual|visual|alternative|none|unknown)/.test(value ?? ''))
    }
    const picture = (rest: string) => `<p>Text.</p><p><img src="${site}/${rest}></p>`
    const both = ['textual', 'visual']
    expect(await claims(picture('icon.png" alt="A lamp"'))).toEqual([
      ...both,
      'textual',
      'textual,visual',
      'alternativeText',
      'none',
    ])
    expect(await claims(picture('icon.png"'))).toEqual([...both, 'textual,visual', 'none'])
    expect(await claims(picture('moving.gif" alt=""'))).toEqual([
      ...both,
      'textual',
      'textual,visual',
      'alternativeText',
      'unknown',
    ])
    expect(await claims(picture('gone.png"'))).toEqual(['textual', 'textual', 'none'])
  })

  it('is the same from build to build, and fails a strict one when a picture is missing', async () => {
    const again = await build({ input, lang: 'en', author: ['Anna'], media: folder, offline: true })
    expect(again.outputs.map(({ sha256 }) => sha256)).toEqual(result.outputs.map(({ sha256 }) => sha256))
    const strict = build({ input, format: ['epub'], media: folder, offline: true, strict: true })
    await expect(strict).rejects.toMatchObject({ code: 'strict-warnings', exitCode: 4 })
  })

  it('may get them from elsewhere', async () => {
    const one = { ...input, content: { rendered: `<p>Text.</p><p><img src="${site}/a.png" alt="A"></p>` } }
    const fetchBytes = serving({ 'a.png': await photo(30, 30).png().toBuffer() })
    const { report, outputs } = await build({ input: one, format: ['epub'], lang: 'en' }, { fetchBytes })
    expect(report.diagnostics.map(({ code }) => code)).not.toContain('picture-left-out')
    expect(readZip(outputs[0]?.bytes ?? new Uint8Array()).map(({ name }) => name)).toContain(
      'EPUB/images/picture-01.png',
    )
  })

  it.skipIf(!hasJava)('passes EPUBCheck without a message', async () => {
    expect(await javaEpubcheck([{ name: 'pictures.epub', bytes: bytesOf('epub') }])).toEqual([])
  })
})
