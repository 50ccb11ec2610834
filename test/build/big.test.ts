// A book of 300 chapters with 300 pictures, made here from a seed.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { posts } from '../../bench/big-book.js'
import { type BuildResult, build } from '../../src/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { epubTexts } from '../support/epub.js'

const chapters = 300
const pictureName = (index: number) => `p-${index}.png`
const input = posts(chapters, { paragraphs: 5, pictureName })

let media: string
let result: BuildResult

const make = () => build({ input, format: ['epub'], lang: 'en', title: 'Big', author: ['Anna'], media, offline: true })

beforeAll(async () => {
  media = await mkdtemp(join(tmpdir(), 'big-'))
  for (let index = 0; index < chapters; index += 1) {
    const background = { r: index % 256, g: (index * 7) % 256, b: index >> 8 }
    const picture = sharp({ create: { width: 24, height: 16, channels: 3, background } })
    await writeFile(join(media, pictureName(index)), await picture.png().toBuffer())
  }
  result = await make()
})

afterAll(() => rm(media, { recursive: true }))

const bytes = () => result.outputs[0]?.bytes ?? new Uint8Array()

describe('a book of 300 chapters with 300 pictures', () => {
  it('has each of them, and nothing to be said of it', () => {
    const paths = [...epubTexts(bytes()).keys()]
    expect(paths.filter((path) => /^EPUB\/images\/(?!cover\.)/.test(path))).toHaveLength(chapters)
    expect(result.posts).toHaveLength(chapters)
    expect(result.report.diagnostics).toEqual([])
    expect(result.checks.epub?.findings).toEqual([])
  })

  it('is the same twice, byte for byte', async () => {
    const again = await make()
    expect(again.outputs[0]?.sha256).toBe(result.outputs[0]?.sha256)
  })

  it.skipIf(!hasJava)('passes EPUBCheck without a message', async () => {
    expect(await javaEpubcheck([{ name: 'big.epub', bytes: bytes() }])).toEqual([])
  })
})
