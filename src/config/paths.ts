// Paths of a configuration are meant from its own folder.

import { isAbsolute, join } from 'node:path'
import { optionHelp } from '../options.js'
import type { BookConfig } from './index.js'

/** The options whose flags take a path, such as `--media <folder>`. */
function pathOptions(): readonly string[] {
  return optionHelp()
    .filter(({ flags }) => /[<[](?:path|folder|file)(?:\.\.\.)?[>\]]/.test(flags))
    .map(({ name }) => name)
}

/** The same book, its paths as they are from the working folder, which `folder` is named from. */
export function fromFolder(book: BookConfig, folder: string): BookConfig {
  if (folder === '') return book
  const known: readonly string[] = pathOptions()
  const entries = Object.entries(book).map(([name, value]) => {
    if (name === 'input') return [name, each(value, (input) => inputFrom(folder, input))]
    return [name, known.includes(name) ? each(value, (path) => pathFrom(folder, path)) : value]
  })
  return Object.fromEntries(entries) as BookConfig
}

/** Of one or several, as text or as what `file` names. */
function each(value: unknown, change: (path: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => each(one, change))
  if (typeof value !== 'object' || value === null || !('file' in value)) return value
  return { ...value, file: each(value.file, change) }
}

function inputFrom(folder: string, input: string): string {
  if (input === '-' || /^https?:\/\//i.test(input)) return input
  return input.startsWith('@') ? `@${pathFrom(folder, input.slice(1))}` : pathFrom(folder, input)
}

function pathFrom(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path)
}
