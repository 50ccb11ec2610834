// Several inputs, and lists of inputs in files.

import { dirname, isAbsolute, join } from 'node:path'
import { failure, type ReportFn } from '../diagnostics.js'
import { decodeText } from './decode.js'
import { type ReadSettings, readFileBytes } from './read.js'

/** Lists may name lists. */
const deepest = 8

interface ListSettings extends ReadSettings {
  readonly report: ReportFn
}

/**
 * The inputs that an input comes to: itself, or, of `@list.txt`, what the lines of that file name. Lines that are
 * empty or begin with `#` are passed over; a path is relative to the list.
 *
 * @throws `list-endless`, or what reading the file throws
 */
export async function inputsOf(
  input: string,
  settings: ListSettings,
  around: readonly string[] = [],
): Promise<string[]> {
  if (!input.startsWith('@')) return [input]
  const path = input.slice(1)
  if (around.includes(path) || around.length >= deepest) throw failure('list-endless', { input: path, limit: deepest })
  const text = decodeText(await readFileBytes(path, settings), settings.report)
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const inputs: string[] = []
  for (const line of lines) inputs.push(...(await inputsOf(besideList(line, path), settings, [...around, path])))
  return inputs
}

function besideList(line: string, list: string): string {
  const name = line.startsWith('@') ? line.slice(1) : line
  if (line === '-' || /^https?:\/\//i.test(name) || isAbsolute(name)) return line
  return `${line.startsWith('@') ? '@' : ''}${join(dirname(list), name)}`
}
