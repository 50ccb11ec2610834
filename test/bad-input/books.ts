// Builds of bad input: every book is kept, so that one run of Java judges them all.

import { type BuildContext, type BuildOptions, type BuildResult, build } from '../../src/index.js'
import type { NamedBytes } from '../epubcheck.js'
import { epubTexts } from '../support/epub.js'

/** Every EPUB that was built here. */
export const books: NamedBytes[] = []

export interface Built {
  readonly result: BuildResult
  /** The text of each file of the EPUB. */
  readonly files: ReadonlyMap<string, string>
  /** Code and words of each warning. */
  readonly warnings: readonly (readonly [string, string])[]
}

export const link = 'https://press.example/a-post/'

/** A post as the REST API serves it. */
export function restPost(content: string, fields: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 7,
    link,
    slug: 'a-post',
    date: '2026-03-01T08:00:00',
    date_gmt: '2026-03-01T07:00:00',
    modified_gmt: '2026-03-01T07:00:00',
    title: { rendered: 'A post' },
    content: { rendered: content },
    ...fields,
  }
}

/** The EPUB of an input, with what was said. Nothing is written, and nothing fetched but by the context given. */
export async function buildBook(
  name: string,
  input: BuildOptions['input'],
  options: Partial<BuildOptions> = {},
  context: BuildContext = {},
): Promise<Built> {
  const offline = context.fetchBytes === undefined
  const result = await build({ input, format: ['epub'], lang: 'en', offline, ...options }, context)
  const bytes = result.outputs.find(({ format }) => format === 'epub')?.bytes ?? new Uint8Array()
  books.push({ name: `${name.replace(/[^\w-]+/g, '-').slice(0, 60)}-${books.length}.epub`, bytes })
  const warnings = result.report.diagnostics.filter(({ severity }) => severity === 'warning')
  return { result, files: epubTexts(bytes), warnings: warnings.map(({ code, message }) => [code, message]) }
}

/** What a reader sees of the book: its content documents, and what they are called by the package document. */
export function visible(files: Built['files']): string {
  const shown = [...files].filter(([path]) => /\.(?:xhtml|opf|ncx)$/.test(path)).map(([, text]) => text)
  return shown.join('\n')
}

/** Text as XML writes it. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
