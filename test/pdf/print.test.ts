import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  PDFRef,
  PDFString,
} from '@pdfme/pdf-lib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentOf, print, sample } from './sample.js'

const folder = mkdtempSync(join(tmpdir(), 'pdf-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The outline as a drawn tree. */
function drawOutline(item: PDFDict, depth = 0): string[] {
  const lines: string[] = []
  let ref = item.get(PDFName.of('First'))
  while (ref instanceof PDFRef) {
    const child = item.context.lookup(ref, PDFDict)
    expect(child.lookup(PDFName.of('Dest'), PDFArray).get(0)).toBeInstanceOf(PDFRef)
    lines.push('  '.repeat(depth) + child.lookup(PDFName.of('Title'), PDFHexString).decodeText())
    lines.push(...drawOutline(child, depth + 1))
    ref = child.get(PDFName.of('Next'))
  }
  return lines
}

function has(program: string): boolean {
  return spawnSync(program, ['-v']).error === undefined
}

describe('a printed document', () => {
  let printed: Awaited<ReturnType<typeof print>>
  let pdf: PDFDocument
  let path: string

  beforeAll(async () => {
    printed = await print(sample)
    pdf = await PDFDocument.load(printed.bytes, { updateMetadata: false })
    path = join(folder, 'sample.pdf')
    writeFileSync(path, printed.bytes)
  })

  it('is printed without a word, on the pages its CSS asks for', () => {
    expect(printed.said).toEqual([])
    expect(printed.pages).toBe(4)
    const { width, height } = pdf.getPage(0).getSize()
    expect([Math.round(width), Math.round(height)]).toEqual([420, 595])
  })

  it('has an exact outline, nested, without front and back matter', () => {
    const root = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    expect(drawOutline(root)).toEqual([
      'What the evening light does to the clock in the brain and how to dim the rooms of a house in time',
      '  The eye',
      '  The clock & the day',
      '    Deep below',
      'Questions',
    ])
    expect(root.lookup(PDFName.of('Count'))?.toString()).toBe('5')
    expect(pdf.catalog.get(PDFName.of('PageMode'))).toBe(PDFName.of('UseOutlines'))
  })

  it('says what it is in the document information', () => {
    expect(pdf.getTitle()).toBe('Light & Sleep')
    expect(pdf.getAuthor()).toBe('Åsa Öst, Jo Ray')
    expect(pdf.getSubject()).toBe('How <evening> light moves the clock.')
    expect(pdf.getKeywords()).toBe('sleep, light')
    expect(pdf.getProducer()).toBe('Offprint')
    expect(pdf.getCreator()).toBe('Offprint')
    expect(pdf.getCreationDate()?.toISOString()).toBe('2026-01-25T09:54:00.000Z')
    expect(pdf.getModificationDate()?.toISOString()).toBe('2026-02-03T08:09:10.000Z')
  })

  it('says the same in XMP', () => {
    const stream = pdf.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream
    const xmp = Buffer.from(stream.getContents()).toString('utf8')
    for (const line of [
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Light &amp; Sleep</rdf:li></rdf:Alt></dc:title>',
      '<dc:creator><rdf:Seq><rdf:li>Åsa Öst</rdf:li><rdf:li>Jo Ray</rdf:li></rdf:Seq></dc:creator>',
      '<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>',
      '<xmp:CreateDate>2026-01-25T10:54:00+01:00</xmp:CreateDate>',
      '<xmp:ModifyDate>2026-02-03T08:09:10Z</xmp:ModifyDate>',
      '<pdf:Producer>Offprint</pdf:Producer>',
    ]) {
      expect(xmp).toContain(line)
    }
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(printed.check.passed).toBe(true)
  })

  it('is tagged, in its language, titled in the window, with roles for what PDF 1.7 does not know', () => {
    const { catalog } = pdf
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
    expect(catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe('en-GB')
    expect(catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true)
    const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const roles = tree.lookup(PDFName.of('RoleMap'), PDFDict)
    expect(roles.get(PDFName.of('Strong'))).toBe(PDFName.of('Span'))
    expect(roles.get(PDFName.of('Em'))).toBe(PDFName.of('Span'))
  })

  it('describes every link', () => {
    const described = pdf.getPages().flatMap((page) =>
      (page.node.Annots()?.asArray() ?? []).map((ref) => {
        const annotation = pdf.context.lookup(ref, PDFDict)
        return annotation.lookup(PDFName.of('Contents'), PDFHexString).decodeText()
      }),
    )
    expect(new Set(described)).toEqual(
      new Set([
        'What the evening light does to the clock in the brain and how to dim the rooms of a house in time',
        'Questions',
        'the first study',
        'the eye',
      ]),
    )
  })

  it.skipIf(!has('pdffonts'))('embeds every font as a subset with its characters', () => {
    const rows = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThanOrEqual(3)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+EBGaramond\S* .* yes yes yes /)
  })

  it.skipIf(!has('qpdf'))('has no fault that qpdf finds', () => {
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
  })

  it('is the same to the byte when printed again in another time zone', async () => {
    const again = await print(sample, {}, { env: { TZ: 'Asia/Kathmandu', LANG: 'sv_SE.UTF-8' } })
    expect(Buffer.compare(again.bytes, printed.bytes)).toBe(0)
  })

  it('gets another identifier when its text changes, and keeps that of the work', async () => {
    const other = await print({ ...sample, xhtml: sample.xhtml.replace('Rods', 'Rows') })
    const ids = [pdf, await PDFDocument.load(other.bytes)].map(({ context }) =>
      context.lookup(context.trailerInfo.ID, PDFArray).asArray().map(String),
    )
    expect(ids[0]?.[0]).toBe(ids[1]?.[0])
    expect(ids[0]?.[1]).not.toBe(ids[1]?.[1])
  })
})

describe('what a print says', () => {
  it('names the characters that the fonts lack, the package that has them, and no other', async () => {
    // A private character that no font has, and a letter of a script whose package is not installed: whether this
    // machine has a font for it decides which word is said of it.
    const { said } = await print(documentOf('<p>plain † ½ \u{10FFFD} \u0E81</p>'))
    const messages = new Map(said.map(({ code, message, remedy }) => [code as string, `${message} ${remedy}`]))
    expect(messages.get('glyphs-unknown')).toContain('lack 1 character of the text (\u{10FFFD}), and no package')
    const lao = messages.get('glyphs-missing') ?? messages.get('glyphs-borrowed') ?? ''
    expect(lao).toContain('\u0E81')
    expect(lao).toMatch(/npm install @fontsource\/noto-serif-lao|a font of this machine/)
    expect([...'†½'].filter((character) => [...messages.values()].join().includes(character))).toEqual([])
  })

  it('refuses a document that is not well formed', async () => {
    await expect(print(documentOf('<p>one<p>two</p>'))).rejects.toMatchObject({
      code: 'print-failed',
      message: expect.stringContaining('not well formed: error on line'),
    })
  })

  it('copes with headings that Chromium does not know', async () => {
    const headings = [
      { id: 'a', level: 1, text: 'First one', inOutline: true },
      { id: 'x', level: 2, text: 'Not there', inOutline: true },
      { id: 'b', level: 1, text: 'Second', inOutline: true },
      { id: 'y', level: 1, text: 'Nor this', inOutline: true },
    ]
    const { bytes } = await print(
      documentOf('<h1 id="a">First <i>one</i></h1><p>x</p><h1 id="b">Second</h1>', headings),
    )
    const pdf = await PDFDocument.load(bytes)
    const outline = drawOutline(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict))
    expect(outline).toEqual(['First one', '  Not there', 'Second', 'Nor this'])
  })

  it('has no outline where there are no headings', async () => {
    const { bytes, pages } = await print(documentOf('<p>Alone.</p>'))
    const pdf = await PDFDocument.load(bytes)
    expect(pages).toBe(1)
    expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(false)
    expect(pdf.catalog.has(PDFName.of('PageMode'))).toBe(false)
  })
})

describe('an end, before its time or not, leaves nothing behind', () => {
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  beforeEach(() => void vi.stubEnv('TMPDIR', temporary))
  afterEach(() => {
    vi.unstubAllEnvs()
    expect(readdirSync(temporary)).toEqual([])
  })
  const slow = documentOf('<table>'.repeat(60) + '<tr><td>x</td></tr>'.repeat(20_000) + '</table>'.repeat(60))

  it('comes with the last page', async () => {
    expect((await print(sample)).pages).toBe(4)
  })

  it('comes with the deadline', async () => {
    await expect(print(sample, { timeout: 0.05 })).rejects.toMatchObject({
      code: 'print-timeout',
      message: 'The browser did not print the book within 0.05 seconds, nor did a second one.',
    })
  })

  it('comes with the signal while printing', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 700)
    await expect(print(slow, {}, { signal: controller.signal })).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('comes at once with a signal that has aborted', async () => {
    await expect(print(sample, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'interrupted' })
  })
})
