// Where the books of one run are written. Two at one place would be one lost, and which of them, chance would say.

import { resolve } from 'node:path'
import { failure } from '../diagnostics.js'
import { formatsOf, type Options } from '../options.js'
import { withPaths } from './output-paths.js'

export class Places {
  readonly #taken = new Set<string>()

  /**
   * Takes the places of a book.
   *
   * @throws `output-taken` where another book has one of them.
   */
  take(slug: string, options: Options): void {
    const outputs = formatsOf(options).map((format) => ({ format }))
    const booklet = options.booklet ? [{ format: 'pdf', booklet: true } as const] : []
    const paths = withPaths([...outputs, ...booklet], slug, options).map(({ path }) => path)
    const taken = paths.find((path) => this.#taken.has(resolve(path)))
    if (taken !== undefined) throw failure('output-taken', { path: taken })
    for (const path of paths) this.#taken.add(resolve(path))
  }
}
