// Names that lead elsewhere, or that no file system takes: of pictures, and of the book itself.

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { photo } from '../images/pictures.js'
import { buildBook, restPost } from './books.js'

const long = 'n'.repeat(300)

/** Names of files, as an address has them. */
const names = [
  '../secret.png',
  '%2e%2e/secret.png',
  '..%2fsecret.png',
  '%2e%2e%5csecret.png',
  '%252e%252e%252fsecret.png',
  'a%00.png',
  'CON.png',
  'aux.png%20.',
  `${long}.png`,
  'a:b.png',
  '%ff%fe.png',
  '.png',
  '-rf.png',
  '$(id).png',
  '%E2%80%AEgnp.exe.png',
]

/** Slugs, and the name that the book then has. */
const slugs: readonly (readonly [string, RegExp])[] = [
  ['../../etc/passwd', /^[\w-]+$/],
  ['..%2f..%2fetc', /^[\w-]+$/],
  ['%2e%2e', /^[\w-]+$/],
  ['a\0b', /^[\w-]+$/],
  ['CON', /^[\w-]+$/],
  [long, /^n{1,200}$/],
  ['\u202Egnp', /^[\w-]+$/],
  ['<%= 7*191 %>', /^[\w-]+$/],
  ['toc', /^toc$/],
  ['nav', /^nav$/],
  ['', /^[\w-]+$/],
]

async function folderOf(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'names-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function describeNames(): void {
  describe('a name', () => {
    it('of a picture reaches nothing outside, and never names a file of the book', async () => {
      const folder = await folderOf()
      const media = join(folder, 'media')
      await mkdir(media)
      await writeFile(join(folder, 'secret.png'), await photo(20, 20).png().toBuffer())
      const shown = await photo(30, 20).png().toBuffer()
      for (const name of names) {
        const asked: string[] = []
        const fetchBytes = async (url: string) => {
          asked.push(url)
          return shown
        }
        const content = `<p>Text.</p><p><img src="https://press.example/wp-content/uploads/${name}" alt="P"></p>`
        const built = await buildBook('name', restPost(content), { media }, { fetchBytes })
        expect([name, built.warnings, asked.length]).toEqual([name, [], 1])
        const images = [...built.files.keys()].filter((path) => /\/images\/(?!cover\.)/.test(path))
        expect(images).toEqual(['EPUB/images/picture-01.png'])
      }
    })

    it('of a post makes one file in the folder that was named', async () => {
      const folder = await folderOf()
      for (const [slug, expected] of slugs) {
        const outputDir = join(folder, 'out', 'books')
        const { result } = await buildBook('slug', restPost('<p>Text.</p>', { slug }), { outputDir })
        const made = await readdir(outputDir)
        expect([slug, made.map((file) => expected.test(file.replace(/\.epub$/, '')))]).toEqual([slug, [true]])
        expect(result.outputs.map(({ path }) => path)).toEqual([`${outputDir}/${made[0]}`])
        expect(await readdir(folder)).toEqual(['out'])
        expect(await readdir(join(folder, 'out'))).toEqual(['books'])
        expect(made[0]?.length).toBeLessThan(220)
        await rm(join(folder, 'out'), { recursive: true })
      }
    })

    it('that two posts share costs neither its chapter', async () => {
      const posts = ['toc', 'toc', 'nav', 'nav'].map((slug, index) =>
        restPost(`<p>Words of number ${index}.</p>`, { id: index + 1, slug, link: `https://press.example/${index}/` }),
      )
      const { files } = await buildBook('shared-name', posts)
      const text = [...files.values()].join('\n')
      for (const index of posts.keys()) expect(text).toContain(`Words of number ${index}.`)
    })
  })
}
