// Every fixture of the normaliser, as a chapter of one book, before EPUBCheck.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import type { SourceHtml } from '../../src/model.js'
import { renderEpub } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { bookOf, postOf } from '../support/posts.js'

const folder = join(import.meta.dirname, '..', 'fixtures', 'normalize')

it.skipIf(!hasJava)('all fixtures together make a book without a message (skipped without Java)', async () => {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'content.html')))
  const posts = names.map((name) =>
    postOf(readFileSync(join(folder, name, 'content.html'), 'utf8'), {
      url: `https://press.example/${name}/`,
      title: name as SourceHtml,
    }),
  )
  const messages = await javaEpubcheck([
    { name: 'fixtures.epub', bytes: await packEpub(renderEpub(await bookOf(posts))) },
  ])
  const chapter = (path: string) => names[Number(/(\d+)\.xhtml$/.exec(path)?.[1] ?? 0) - 1] ?? path
  expect(messages.map(({ id, path, message }) => `${chapter(path)}: ${id} ${message.slice(0, 200)}`)).toEqual([])
})
