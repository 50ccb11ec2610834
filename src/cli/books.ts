// Which books are asked for: by the command line, the environment and the configuration.

import { dirname, join, relative } from 'node:path'
import { type BookConfig, type BuildOptions, findConfig, loadConfig } from '../index.js'
import { UsageError } from './failure.js'

/** Where results go when nothing says where: beside the configuration, if there is one. */
const defaultOutputDir = 'output'

interface Asked {
  readonly options: Partial<BuildOptions>
  /** The path of a configuration; `false` where none is wanted. */
  readonly config?: string | false | undefined
}

/**
 * The options of each book. What was said counts before what the configuration says; one of several books is not meant
 * where the command line names the input, unless it names the configuration too.
 *
 * @returns nothing where no input is named anywhere.
 */
export async function booksOf({ options, config }: Asked): Promise<readonly BuildOptions[]> {
  const path = config === false ? undefined : (config ?? (await findConfig(process.cwd())))
  const { books: written } = path === undefined ? { books: [] } : await loadConfig(path)
  // What is built again and again keeps a record of itself.
  const books = written.map((book) => ({ lock: true, ...book }))
  const outputDir = join(path === undefined ? '' : relative(process.cwd(), dirname(path)), defaultOutputDir)
  if (books.length > 1 && options.input === undefined) return several(books, options, outputDir)
  if (books.length > 1 && config !== undefined) {
    throw new UsageError(`The configuration ${config} has ${books.length} books, and one input is named for them.`)
  }
  const [book = {}] = books.length === 1 ? books : []
  const one = merged(book, options)
  return one.input === undefined ? [] : [placed(one, outputDir)]
}

function several(
  books: readonly BookConfig[],
  options: Partial<BuildOptions>,
  outputDir: string,
): readonly BuildOptions[] {
  if (options.output) throw new UsageError(`One output is named for ${books.length} books; name a folder.`)
  const all = books.map((book) => merged(book, options))
  const without = all.findIndex(({ input }) => input === undefined)
  if (without >= 0) throw new UsageError(`Book ${without + 1} of the configuration names no input.`)
  return all.map((book) => placed(book, outputDir))
}

/** Who says where results go says it in place of both ways of the configuration. */
function merged(book: BookConfig, options: Partial<BuildOptions>): BookConfig {
  const { output: _, outputDir: __, ...rest } = book
  return { ...(options.output || options.outputDir ? rest : book), ...options }
}

function placed(book: BookConfig, outputDir: string): BuildOptions {
  const { input = '' } = book
  return { ...(book.output || book.outputDir ? {} : { outputDir }), ...book, input }
}
