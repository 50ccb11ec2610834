// The configuration: what the options are, written down, for one book or several.

import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, relative } from 'node:path'
import { failure, OffprintError } from '../diagnostics.js'
import { type BuildOptions, problemsOfOptions } from '../options.js'
import { fromFolder } from './paths.js'

export { findConfig } from './find.js'

/** One book: the options of a build; the command line may add what is left out. */
export type BookConfig = Partial<BuildOptions>

/** One book, or several that are built one after the other. */
export type Config = BookConfig | readonly BookConfig[]

export interface LoadedConfig {
  readonly path: string
  /** With their paths as they are from the working folder. */
  readonly books: readonly BookConfig[]
}

/**
 * Gives a configuration its type. It changes nothing.
 *
 * @example
 * export default defineConfig({ input: 'https://example.org', category: ['recipes'], parts: 'year' })
 */
export function defineConfig<C extends Config>(config: C): C {
  return config
}

/**
 * Reads a configuration. One in JavaScript or TypeScript is run: it is the user's own program.
 *
 * @throws OffprintError `config-unreadable`, `config-invalid`.
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const given = await read(path)
  const books = Array.isArray(given) ? (given as unknown[]) : [given]
  const problems = books.flatMap((book, index) => {
    const found = isObject(book) ? problemsOfOptions(book) : ['it is no object of options']
    return found.map((problem) => (books.length > 1 ? `book ${index + 1}, ${problem}` : problem))
  })
  if (books.length === 0) problems.push('it has no books')
  if (problems.length > 0) throw failure('config-invalid', { path, problems: problems.join('; ') })
  const folder = relative(process.cwd(), dirname(path))
  return { path, books: books.map((book) => fromFolder(book as BookConfig, folder)) }
}

async function read(path: string): Promise<unknown> {
  try {
    if (extname(path) !== '.json') return await run(path)
    const value = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    // What names the schema for an editor is no option.
    if (basename(path) === 'package.json') return withoutSchema(value.offprint)
    return Array.isArray(value) ? value.map(withoutSchema) : withoutSchema(value)
  } catch (error) {
    if (error instanceof OffprintError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw failure('config-unreadable', { path, reason: code ?? message }, error)
  }
}

async function run(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  // `import { defineConfig } from 'offprint'` works where the package is not installed beside the file.
  const jiti = createJiti(import.meta.url, { fsCache: false, virtualModules: { offprint: { defineConfig } } })
  return jiti.import(path, { default: true })
}

function withoutSchema(value: unknown): unknown {
  if (!isObject(value)) return value
  const { $schema: _, ...options } = value
  return options
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
