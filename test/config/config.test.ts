// The configuration: where it is found, what it may say, and what it is told where it does not fit.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { booksOf } from '../../src/cli/books.js'
import { draftConfig } from '../../src/config/draft.js'
import { defineConfig, findConfig, init, loadConfig } from '../../src/index.js'
import { configSchema, readOptions } from '../../src/options.js'
import { makeContent } from '../wordpress/content.js'
import { startWordPress } from '../wordpress/server.js'

const root = mkdtempSync(join(tmpdir(), 'offprint-config-'))
afterAll(() => rmSync(root, { recursive: true }))

let folders = 0
function folderWith(files: Readonly<Record<string, string>>): string {
  folders += 1
  const folder = join(root, String(folders))
  mkdirSync(join(folder, 'below/deep'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const book = { input: 'posts.json', title: 'A book' }

describe('findConfig', () => {
  it.each(['ts', 'mts', 'js', 'mjs', 'json'])('finds offprint.config.%s from below', async (ending) => {
    const folder = folderWith({ [`offprint.config.${ending}`]: '' })
    expect(await findConfig(join(folder, 'below/deep'))).toBe(join(folder, `offprint.config.${ending}`))
  })

  it('takes a package.json with the key, and passes others over', async () => {
    const folder = folderWith({ 'package.json': JSON.stringify({ offprint: book }) })
    writeFileSync(join(folder, 'below/package.json'), JSON.stringify({ name: 'offprint' }))
    writeFileSync(join(folder, 'below/deep/package.json'), '{ "offprint": broken')
    expect(await findConfig(join(folder, 'below/deep'))).toBe(join(folder, 'package.json'))
    expect((await loadConfig(join(folder, 'package.json'))).books).toMatchObject([{ title: 'A book' }])
  })

  it('prefers a file of its own to package.json', async () => {
    const folder = folderWith({ 'package.json': '{"offprint":{}}', 'offprint.config.json': '{}' })
    expect(await findConfig(folder)).toBe(join(folder, 'offprint.config.json'))
  })
})

describe('loadConfig', () => {
  const source = (head: string) => `${head}\nexport default defineConfig(${JSON.stringify(book)})`
  const head = `import { defineConfig } from 'offprint'`

  it.each([
    ['offprint.config.ts', source(`${head}\nconst size: string = 'a5'\nvoid size`)],
    ['offprint.config.mts', source(head)],
    ['offprint.config.js', source(head)],
    ['offprint.config.mjs', source(head)],
    ['offprint.config.json', JSON.stringify({ $schema: './offprint.schema.json', ...book })],
  ])('reads %s where the package is not installed', async (name, text) => {
    const folder = folderWith({ [name]: text })
    const { books } = await loadConfig(join(folder, name))
    expect(books).toEqual([{ input: join(relative(process.cwd(), folder), 'posts.json'), title: 'A book' }])
  })

  it('means paths from its own folder, and leaves addresses as they are', async () => {
    const config = {
      input: ['posts.json', '@list.txt', '-', 'https://press.example/', '/there/a.json'],
      output: ['out/a.epub'],
      media: 'uploads',
      frontMatter: ['a.md', { file: 'b.md', kind: 'foreword' }],
      title: 'path/like',
    }
    const folder = folderWith({ 'offprint.config.json': JSON.stringify(config) })
    const { books } = await loadConfig(join(folder, 'offprint.config.json'))
    const at = (path: string) => join(relative(process.cwd(), folder), path)
    expect(books).toEqual([
      {
        input: [at('posts.json'), `@${at('list.txt')}`, '-', 'https://press.example/', '/there/a.json'],
        output: [at('out/a.epub')],
        media: at('uploads'),
        frontMatter: [at('a.md'), { file: at('b.md'), kind: 'foreword' }],
        title: 'path/like',
      },
    ])
  })

  it.each([
    [{ pagesize: 'a4' }, 'pagesize: there is no such key; did you mean pageSize?'],
    [{ 'page-size': 'a4' }, 'page-size: there is no such key; did you mean pageSize?'],
    [{ catagory: ['x'] }, 'catagory: there is no such key; did you mean category?'],
    [{ zzzzzz: 1 }, 'zzzzzz: there is no such key'],
    [{ hints: { a: { tittle: 'x' } } }, 'hints.a.tittle: there is no such key; did you mean title?'],
    [[], 'it has no books'],
    [[{}, 7], 'book 2, it is no object of options'],
  ])('refuses %j', async (config, problem) => {
    const folder = folderWith({ 'offprint.config.json': JSON.stringify(config) })
    const path = join(folder, 'offprint.config.json')
    await expect(loadConfig(path)).rejects.toMatchObject({
      code: 'config-invalid',
      exitCode: 2,
      message: `The configuration ${path} does not fit: ${problem}.`,
    })
  })

  it.each([
    ['offprint.config.json', '{'],
    ['offprint.config.mjs', 'export default {'],
    ['offprint.config.ts', `throw new Error('no')`],
  ])('says so where %s cannot be read', async (name, text) => {
    const folder = folderWith({ [name]: text })
    await expect(loadConfig(join(folder, name))).rejects.toMatchObject({ code: 'config-unreadable', exitCode: 2 })
  })
})

describe('which books are made', () => {
  const configured = async (config: unknown, asked: Parameters<typeof booksOf>[0]) => {
    const folder = folderWith({ 'offprint.config.json': JSON.stringify(config) })
    return { books: await booksOf({ config: join(folder, 'offprint.config.json'), ...asked }), folder }
  }
  const at = (folder: string, path: string) => join(relative(process.cwd(), folder), path)

  it('those of the configuration, beside it, with a record of the edition', async () => {
    const { books, folder } = await configured(book, { options: {} })
    expect(books).toEqual([
      { input: at(folder, 'posts.json'), title: 'A book', outputDir: at(folder, 'output'), lock: true },
    ])
  })

  it('what is said counts before what is written; one place to write replaces the other', async () => {
    const { books, folder } = await configured(
      { ...book, outputDir: 'there' },
      {
        options: { title: 'Said', output: ['a.epub'] },
      },
    )
    expect(books).toEqual([{ input: at(folder, 'posts.json'), title: 'Said', output: ['a.epub'], lock: true }])
  })

  it('several of them, but not into one file, and not with one input', async () => {
    const { books } = await configured([book, { ...book, title: 'B' }], { options: { offline: true } })
    expect(books.map(({ title, offline }) => [title, offline])).toEqual([
      ['A book', true],
      ['B', true],
    ])
    await expect(configured([book, book], { options: { output: ['a.epub'] } })).rejects.toThrow('One output is named')
    await expect(configured([book, book], { options: { input: 'x' } })).rejects.toThrow('one input is named')
    await expect(configured([book, {}], { options: {} })).rejects.toThrow('Book 2 of the configuration names no input')
  })

  it('none where nothing names an input', async () => {
    expect(await booksOf({ options: { title: 'x' }, config: false })).toEqual([])
  })
})

describe('the JSON Schema', () => {
  it('knows every option, with its words', () => {
    const text = JSON.stringify(configSchema())
    for (const name of ['input', 'pageSize', 'parts', 'frontMatter', 'hints']) expect(text).toContain(`"${name}"`)
    expect(text).toContain('page of the PDF')
  })
})

describe('init', () => {
  it('writes what the site says of itself, as a configuration that fits', async () => {
    const site = await startWordPress({}, makeContent(6))
    const path = join(folderWith({}), 'offprint.config.ts')
    try {
      const options = { site: `${site.home}/`, path, allowPrivateNetwork: true, cacheDir: join(root, 'cache') }
      const result = await init(options)
      expect(result).toMatchObject({ path, asked: true, diagnostics: [] })
      expect(result.categories).toBeGreaterThan(0)
      await expect(init(options)).rejects.toMatchObject({ code: 'config-exists', exitCode: 2 })
      await init({ ...options, force: true })
      const [written] = (await loadConfig(path)).books
      expect(readOptions(written)).toMatchObject({ input: `${site.home}/`, order: 'date', parts: 'none' })
    } finally {
      site.close()
    }
  })

  it('leaves places to fill in where nobody can be asked', async () => {
    const path = join(folderWith({}), 'offprint.config.mjs')
    const offline = { site: 'https://press.example/', path, offline: true, cacheDir: join(root, 'cache') }
    expect(await init(offline)).toMatchObject({ asked: false, categories: 0 })
    expect((await loadConfig(path)).books).toMatchObject([
      { input: 'https://press.example/', outputDir: expect.any(String) },
    ])
    await expect(init({ site: 'press.example', path })).rejects.toMatchObject({ code: 'usage-invalid' })
  })

  it('lets nothing that a site says out of its quotes and comments', async () => {
    const evil = `'; process.exit(9) //\n*/ \u2028 \\' \`\${1}`
    const text = draftConfig({
      site: 'https://press.example/',
      title: evil,
      language: 'en',
      categories: [{ name: evil, slug: evil, count: 1 }],
    })
    const folder = folderWith({ 'offprint.config.mjs': text })
    const [written] = (await loadConfig(join(folder, 'offprint.config.mjs'))).books
    expect(written?.title).toBe(`'; process.exit(9) // */ \\' \`\${1}`)
    expect(Object.keys(written ?? {})).toEqual([
      'input',
      'title',
      'lang',
      'order',
      'parts',
      'format',
      'pageSize',
      'outputDir',
    ])
  })
})

describe('defineConfig', () => {
  it('changes nothing', () => {
    const config = { input: 'x', parts: 'year' } as const
    expect(defineConfig(config)).toBe(config)
  })
})
