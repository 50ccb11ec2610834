// Holds the import table of ARCHITECTURE.md against every import of src/.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')

interface Rule {
  readonly modules: readonly string[]
  readonly packages: readonly string[]
}

const table: Record<string, Rule> = {
  diagnostics: { modules: [], packages: [] },
  model: { modules: ['diagnostics'], packages: [] },
  'shop-links': { modules: [], packages: [] },
  'strict-uri': { modules: [], packages: [] },
  options: { modules: ['model', 'diagnostics'], packages: ['zod', 'fastest-levenshtein'] },
  config: { modules: ['diagnostics', 'options'], packages: ['jiti'] },
  net: { modules: ['diagnostics', 'options'], packages: ['undici', 'ipaddr.js', 'http-cache-semantics'] },
  sources: {
    modules: ['model', 'diagnostics', 'options', 'net'],
    packages: ['zod', 'saxes', 'parse5', 'linkedom', '@mozilla/readability', 'fastest-levenshtein', 'marked'],
  },
  normalize: {
    modules: ['model', 'diagnostics', 'strict-uri', 'shop-links'],
    packages: ['cheerio', 'parse5', 'parse5-htmlparser2-tree-adapter', 'domhandler', 'htmlparser2', 'temml'],
  },
  book: { modules: ['model', 'diagnostics', 'options'], packages: ['eld', 'uuid'] },
  fonts: { modules: [], packages: [] },
  hyphens: { modules: [], packages: ['hyphen'] },
  images: { modules: ['model', 'diagnostics', 'fonts', 'hyphens'], packages: ['sharp', 'harfbuzzjs', 'bidi-js'] },
  render: {
    modules: ['model', 'diagnostics', 'options', 'hyphens', 'shop-links', 'strict-uri'],
    packages: ['handlebars', 'qrcode-generator'],
  },
  epub: { modules: ['model', 'diagnostics', 'options'], packages: ['epub-gen-memory'] },
  pdf: {
    modules: ['model', 'diagnostics', 'options', 'fonts'],
    packages: ['puppeteer', '@pdfme/pdf-lib', '@sparticuz/chromium'],
  },
  check: { modules: ['model', 'diagnostics'], packages: ['@likecoin/epubcheck-ts'] },
  'check-file': { modules: ['check', 'diagnostics'], packages: [] },
  write: { modules: ['diagnostics'], packages: [] },
  prepare: {
    modules: ['model', 'diagnostics', 'options', 'sources', 'normalize', 'book', 'net'],
    packages: [],
  },
  inspect: { modules: ['prepare', 'model', 'diagnostics', 'options', 'normalize'], packages: [] },
  init: { modules: ['prepare', 'sources', 'config', 'write', 'diagnostics', 'options'], packages: [] },
  build: {
    modules: ['net', 'model', 'diagnostics', 'options', 'prepare', 'images', 'render', 'epub', 'pdf', 'check', 'write'],
    packages: ['zod'],
  },
  index: {
    modules: ['init', 'config', 'build', 'check-file', 'inspect', 'model', 'net', 'diagnostics', 'options'],
    packages: [],
  },
  cli: { modules: ['index'], packages: ['commander', 'picocolors'] },
}

/** Heavy packages, which must be loaded only where they are used. */
const lazy = [
  'puppeteer',
  '@pdfme/pdf-lib',
  '@sparticuz/chromium',
  'epub-gen-memory',
  '@likecoin/epubcheck-ts',
  'eld',
  'temml',
  'sharp',
  'harfbuzzjs',
  'undici',
  'linkedom',
  '@mozilla/readability',
  'marked',
  'jiti',
]

interface Import {
  readonly file: string
  readonly module: string
  readonly target: string
  readonly dynamic: boolean
  readonly typeOnly: boolean
}

function moduleOf(path: string): string {
  return (path.split(sep)[0] ?? '').replace(/\.[jt]s$/, '')
}

function importsOf(path: string): Import[] {
  const file = relative(src, path)
  const text = readFileSync(path, 'utf8')
  const pattern =
    /^\s*(?:import|export)\s(?<type>type\s)?[^'"]*?from\s+'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|(?<dynamic>import)\(\s*'(?<lazy>[^']+)'/gm
  return [...text.matchAll(pattern)].map(({ groups = {} }) => ({
    file,
    module: moduleOf(file),
    target: groups.from ?? groups.bare ?? groups.lazy ?? '',
    dynamic: groups.dynamic !== undefined,
    typeOnly: groups.type !== undefined,
  }))
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(src, name))
const imports = files.flatMap(importsOf)

function packageOf(target: string): string {
  const [first = '', second = ''] = target.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

describe('the import table', () => {
  it('covers every folder and file of src', () => {
    expect([...new Set(files.map((file) => moduleOf(relative(src, file))))].sort()).toEqual(Object.keys(table).sort())
  })

  it('sees imports at all', () => {
    expect(imports.length).toBeGreaterThan(files.length)
  })

  it.each(Object.entries(table))('%s imports only what it may', (module, rule) => {
    const wrong = imports
      .filter((one) => one.module === module && !one.target.startsWith('node:'))
      .filter(({ file, target }) => {
        if (!target.startsWith('.')) return !rule.packages.includes(packageOf(target))
        const reached = moduleOf(relative(src, join(src, file, '..', target)))
        return reached !== module && !rule.modules.includes(reached)
      })
    expect(wrong).toEqual([])
  })

  it('loads the decoder of pictures for a book with pictures only', () => {
    const images = imports.filter(({ module, target }) => module !== 'images' && target.includes('/images/'))
    expect(images.some(({ dynamic }) => dynamic)).toBe(true)
    expect(images.filter(({ dynamic, typeOnly }) => !dynamic && !typeOnly)).toEqual([])
  })

  it('loads heavy packages only when they are needed', () => {
    const eager = imports.filter((one) => lazy.includes(packageOf(one.target)) && !one.dynamic && !one.typeOnly)
    // `images/` is loaded whole when it is needed, and nothing of it before.
    expect(eager.filter(({ file, module }) => !file.endsWith('container.ts') && module !== 'images')).toEqual([])
  })
})
