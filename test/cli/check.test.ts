// `offprint check` as it is installed.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import { smallBook } from '../support/epub.js'

const main = join(import.meta.dirname, '../../dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'offprint-cli-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  writeFileSync(join(folder, 'good.epub'), await packEpub(smallBook()))
  const body = '<h1>One</h1><p><a href="#nowhere\u202e">a</a></p>'
  writeFileSync(join(folder, 'bad.epub'), await packEpub(smallBook({ body })))
  writeFileSync(join(folder, 'a.pdf'), '%PDF-1.7')
})

/** Without Java, so that every machine says the same. */
function offprint(...args: string[]) {
  const env = { PATH: folder, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'check', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('offprint check', () => {
  const who = '(checked by Offprint, epubcheck-ts; EPUBCheck did not run: no Java was found)'

  it('says of a whole book that nothing is wrong, and who looked', () => {
    expect(offprint('good.epub')).toEqual({ status: 0, stdout: `good.epub: 0 errors, 0 warnings ${who}\n`, stderr: '' })
  })

  it('prints a line for each finding, by file, and ends with exit code 5', () => {
    const { status, stdout, stderr } = offprint('bad.epub')
    expect(stdout.split('\n')).toEqual([
      'EPUB/one.xhtml',
      '  error RSC-012 line 5: Fragment identifier not found: #nowhere. Mend the link, or give its target the id that it names.',
      `bad.epub: 1 error, 0 warnings ${who}`,
      '',
    ])
    expect({ status, stderr }).toEqual({ status: 5, stderr: '' })
  })

  it('prints the same as one JSON object', () => {
    const { status, stdout } = offprint('bad.epub', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      ok: false,
      file: 'bad.epub',
      errors: 1,
      warnings: 0,
      findings: [{ checker: 'epubcheck-ts', id: 'RSC-012', path: 'EPUB/one.xhtml', line: 5 }],
      accessibility: { measured: { headings: { count: 2, lacking: 0 } } },
    })
    expect(status).toBe(5)
  })

  it('says only errors with --quiet, and what a person must check with --verbose', () => {
    expect(offprint('good.epub', '-q')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(offprint('bad.epub', '-q').stdout.split('\n')).toHaveLength(3)
    expect(offprint('good.epub', '-v').stdout).toMatch(/^still to be checked by a person:\n {2}Whether /)
  })

  it.each([
    ['a file that is not there', ['none.epub'], 3, 'cannot be read (ENOENT)'],
    ['a PDF', ['a.pdf'], 3, 'is a PDF; only EPUBs can be checked'],
    ['two files', ['good.epub', 'bad.epub'], 2, 'one file is checked at a time'],
    ['no file', [], 2, 'no input was named'],
    [
      'an option that it does not heed',
      ['good.epub', '-f', 'epub'],
      2,
      'check builds nothing, so that --format has no effect',
    ],
  ])('fails for %s', (_, args, code, words) => {
    const { status, stdout, stderr } = offprint(...args)
    expect({ status, stdout }).toEqual({ status: code, stdout: '' })
    expect(stderr).toContain(words)
  })
})
