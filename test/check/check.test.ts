import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEpub, type Finding } from '../../src/check/index.js'
import { packEpub } from '../../src/epub/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { smallBook } from '../support/epub.js'
import { type Entry, writeZip } from '../support/zip.js'

const mimetype: Entry = { name: 'mimetype', content: 'application/epub+zip' }

function files(...given: Parameters<typeof smallBook>): Entry[] {
  return smallBook(...given).files.map(({ path, content }) => ({ name: path, content, deflated: true }))
}

const item = (href: string) => `<item id="more" href="${href}" media-type="text/css"/>`
const chapter = (body: string) => writeZip([mimetype, ...files({ body: `<h1>One</h1>${body}` })])
const css = (name: string): Entry => ({ name, content: 'p {}' })
const whole = writeZip([mimetype, ...files()])

/** Each broken EPUB with the ids that are found in it, and where. */
const broken: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
  ['mimetype deflated', writeZip([{ ...mimetype, deflated: true }, ...files()]), ['PKG-007 mimetype']],
  [
    'mimetype with an extra field',
    writeZip([{ ...mimetype, extra: Buffer.alloc(4) }, ...files()]),
    ['PKG-005 mimetype'],
  ],
  ['mimetype not first', writeZip([...files(), mimetype]), ['PKG-006 mimetype']],
  ['no mimetype', writeZip(files()), ['PKG-006 mimetype']],
  [
    'mimetype with a line end',
    writeZip([{ ...mimetype, content: `${mimetype.content}\n` }, ...files()]),
    ['PKG-007 mimetype'],
  ],
  ['an entry not in the manifest', writeZip([mimetype, ...files(), css('EPUB/more.css')]), ['OPF-003 EPUB/more.css']],
  ['a stray file in META-INF', writeZip([mimetype, ...files(), css('META-INF/a.css')]), ['OPF-003 META-INF/a.css']],
  ['a manifest item missing', writeZip([mimetype, ...files({ more: item('more.css') })]), ['RSC-001 EPUB/package.opf']],
  ['no container.xml', writeZip([mimetype, ...files().slice(1)]), ['RSC-002 META-INF/container.xml']],
  [
    'a name that is not ASCII',
    writeZip([mimetype, ...files({ more: item('%C3%A4.css') }), css('EPUB/ä.css')]),
    ['PKG-009 EPUB/ä.css'],
  ],
  [
    'a name with a dot at its end',
    writeZip([mimetype, ...files({ more: item('a.') }), css('EPUB/a.')]),
    ['PKG-011 EPUB/a.'],
  ],
  ['two entries of one name', writeZip([mimetype, ...files(), ...files().slice(-1)]), ['OPF-060 EPUB/one.xhtml']],
  ['an element left open', chapter('<p>a<br></p>'), ['HTM-004 EPUB/one.xhtml']],
  ['a named entity', chapter('<p>a&nbsp;b</p>'), ['RSC-016 EPUB/one.xhtml']],
  ['a control character', chapter('<p>\u0008</p>'), ['HTM-004 EPUB/one.xhtml']],
  ['a link to nowhere', chapter('<p><a href="#nowhere">a</a></p>'), ['RSC-012 EPUB/one.xhtml']],
  ['a script', chapter('<p onclick="a()">a</p>'), ['OPF-014 EPUB/one.xhtml']],
  ['elements nested 300 deep', chapter(`${'<div>'.repeat(300)}${'</div>'.repeat(300)}`), ['HTM-004 EPUB/one.xhtml']],
  ['an empty file', new Uint8Array(), ['PKG-003 ']],
  ['a page of HTML', Buffer.from('<!DOCTYPE html><title>Log in</title>'), ['PKG-003 ']],
  ['a file cut off', whole.slice(0, -30), ['PKG-008 ']],
  ['a file with a byte too many', Buffer.concat([whole, Buffer.from('!')]), ['PKG-008 ']],
]

const short = ({ id, path = '' }: Finding) => `${id} ${path}`

describe('an EPUB that is whole', () => {
  it('has no findings', async () => {
    expect(await checkEpub(await packEpub(smallBook()))).toEqual([])
    expect(await checkEpub(whole)).toEqual([])
  })

  it('has none either when two are checked at once', async () => {
    const stray = writeZip([mimetype, ...files(), css('EPUB/more.css')])
    const results = await Promise.all([whole, stray, whole, stray].map(checkEpub))
    expect(results.map((findings) => findings.map(short))).toEqual([
      [],
      ['OPF-003 EPUB/more.css'],
      [],
      ['OPF-003 EPUB/more.css'],
    ])
  })
})

describe('an EPUB that is broken', () => {
  it.each(broken)('by %s says so', async (_, bytes, expected) => {
    const findings = await checkEpub(bytes)
    expect(findings.map(short)).toEqual(expected)
    expect(findings.map(({ severity }) => severity)).toEqual(expected.map(() => 'error'))
  })

  it('is described in one line, with its place', async () => {
    expect(await checkEpub(chapter('<p><a href="#nowhere">a</a></p>'))).toEqual([
      {
        id: 'RSC-012',
        severity: 'error',
        message: 'Fragment identifier not found: #nowhere',
        path: 'EPUB/one.xhtml',
        line: 5,
      },
    ])
    const [open] = await checkEpub(chapter('<p>a<br></p>'))
    expect(open?.message).toMatch(/^Mismatched closing tag: br[^\n]+[^\s]$/)
  })

  it.skipIf(!hasJava)('is rejected by EPUBCheck too (needs Java)', async () => {
    // EPUBCheck lets these pass: they are rules of the specification, or of ours, that it does not hold.
    const lenient = [
      'mimetype deflated',
      'an entry not in the manifest',
      'a stray file in META-INF',
      'a name that is not ASCII',
    ]
    const trusted = ['elements nested 300 deep', 'a file with a byte too many']
    const messages = await javaEpubcheck(broken.map(([name, bytes]) => ({ name: `${name}.epub`, bytes })))
    const accepted = broken
      .map(([name]) => name)
      .filter((name) => !messages.some(({ file }) => file === `${name}.epub`))
    expect(accepted.sort()).toEqual([...lenient, ...trusted].sort())
  })
})

describe('bytes of any kind', () => {
  it('give findings and never a crash, cut off anywhere', async () => {
    for (let length = 0; length < whole.length; length++) {
      const findings = await checkEpub(whole.subarray(0, length))
      expect(findings.map(({ id }) => id)).toEqual([length < 4 ? 'PKG-003' : 'PKG-008'])
    }
  })

  it('give findings and never a crash, with any byte changed', async () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bytes = whole.slice()
        for (const { at, to } of changes) bytes[at] = to
        for (const { id, message } of await checkEpub(bytes)) {
          expect(id).toMatch(/^[A-Z]{3}-\d{3}[a-z]?$/)
          expect(message).not.toBe('')
        }
      }),
    )
  })
})
