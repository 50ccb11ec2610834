// Proof that the oracle sees: silence of a checker that sees nothing would make every other test pass.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import { epubcheckVersion, hasJava, javaEpubcheck } from '../epubcheck.js'
import { smallBook } from '../support/epub.js'

describe.skipIf(!hasJava)('EPUBCheck in Java (needs Java)', () => {
  it('is the version that the project names', () => {
    expect(epubcheckVersion).toBe('v5.3.0')
  })

  it('finds what is wrong, in the right file, and nothing in a whole one', async () => {
    const good = await packEpub(smallBook())
    const bad = await packEpub(smallBook({ body: '<p>a<ul><li>b</li></ul></p>' }))
    const messages = await javaEpubcheck([
      { name: 'good.epub', bytes: good },
      { name: 'bad.epub', bytes: bad },
      { name: 'good-again.epub', bytes: good },
      { name: 'none.epub', bytes: new Uint8Array() },
    ])
    expect(messages.map(({ file, id, severity, path, line }) => ({ file, id, severity, path, line }))).toEqual([
      { file: 'bad.epub', id: 'RSC-005', severity: 'error', path: 'EPUB/one.xhtml', line: 5 },
      { file: 'none.epub', id: 'PKG-003', severity: 'error', path: '', line: -1 },
      { file: 'none.epub', id: 'PKG-008', severity: 'fatal', path: '', line: -1 },
    ])
    expect(messages[0]?.message).toContain('element "ul" not allowed here')
  })

  it('does not pass a file that is not there', async () => {
    const file = join(import.meta.dirname, 'absent.epub')
    expect((await javaEpubcheck([file])).map(({ id, file: of }) => ({ id, of }))).toEqual([{ id: 'PKG-018', of: file }])
  })
})
