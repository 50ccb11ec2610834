import * as lib from '@pdfme/pdf-lib'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@pdfme/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPdf, type PdfCheck } from '../../src/pdf/check/index.js'
import { type Element, type Kid, readStructure } from '../../src/pdf/finish/structure/tree.js'
import { documentOf, print } from './sample.js'

const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const body = `
<section><h1 id="c1">Title</h1>
<p>Plain <span lang="fr">bonjour</span> <em>and</em> <strong>strong</strong> <sup>2</sup><a href="#n1" id="r1">1</a></p>
<aside>Aside</aside>
<dl><dt>Term</dt><dd>Meaning</dd><dt>Two</dt><dt>Three</dt><dd><p>More</p></dd></dl>
<ul><li>One<ul><li>In</li></ul></li><li><p>Two</p><p>Three</p></li></ul>
<figure><img src="${dot}" alt="A dot" width="9" height="9"/><figcaption>Caption</figcaption></figure>
<p>x <img src="${dot}" alt="" width="9" height="9"/> y</p>
<table><caption>Sums</caption><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><th scope="row">r</th><td></td></tr></tbody><tfoot><tr><td>f</td><td>g</td></tr></tfoot></table>
<hr/>
<blockquote><p>Said</p><h4 id="q1">Within</h4></blockquote>
<div style="opacity:.5"><p>Faint</p></div>
<p style="border:1pt solid">Boxed</p>
<p><a href="#c1" role="doc-noteref">back</a></p>
<aside id="n1" class="note"><p><a href="#r1">1</a> A note</p></aside>
</section>
<nav class="contents"><ol><li><a href="#c1">Title</a></li></ol></nav>`

/** The tree drawn, with what an element says besides its type; content as one sign. */
function draw(kids: readonly Kid[], depth = 0): string[] {
  return kids.flatMap((kid) => {
    if (kid.kind === 'content') return []
    if (kid.kind === 'object') return [`${'  '.repeat(depth)}annotation`]
    return [`${'  '.repeat(depth)}${kid.type}${said(kid)}`, ...draw(kid.kids, depth + 1)]
  })
}

function said({ dict, kids }: Element): string {
  const texts = ['Alt', 'Lang', 'ID'].flatMap((key) => {
    const value = dict.lookup(PDFName.of(key))
    return value instanceof PDFString || value instanceof PDFHexString ? [`${key}=${value.decodeText()}`] : []
  })
  const content = kids.some(({ kind }) => kind === 'content') ? [' *'] : []
  return [...texts.map((text) => ` ${text}`), ...content].join('')
}

const failed = ({ rules }: PdfCheck) => rules.filter(({ failed: count }) => count > 0).map(({ rule }) => rule)

describe('the tags of a print', () => {
  let bytes: Uint8Array
  let check: PdfCheck
  let saidOf: readonly unknown[]
  beforeAll(async () => {
    const printed = await print(documentOf(body))
    bytes = printed.bytes
    check = printed.check
    saidOf = printed.said
  })
  const load = () => PDFDocument.load(bytes, { updateMetadata: false })

  it('are what the text is', async () => {
    const tree = readStructure(lib, await load())
    expect(draw(tree?.roots ?? []).join('\n')).toMatchInlineSnapshot(`
      "Document Lang=en-GB
        Sect
          H1 *
          P *
            Span Lang=fr *
            Em *
            Strong *
            Reference
              Link *
                annotation
          Aside
            P *
          L
            LI
              Lbl *
              LBody *
            LI
              Lbl *
              Lbl *
              LBody
                P *
          L
            LI
              Lbl *
              LBody *
                L
                  LI
                    Lbl *
                    LBody *
            LI
              Lbl *
              LBody
                P *
                P *
          Div
            Figure Alt=A dot *
            Caption *
          P *
          Table
            Caption *
            THead
              TR
                TH ID=e0000001 *
                TH ID=e0000002 *
            TBody
              TR
                TH ID=e0000003 *
                TD *
            TFoot
              TR
                TD *
                TD *
          BlockQuote
            P *
            H2 *
          P *
          P *
          P
            Link *
              annotation
          Note ID=e0000004
            P *
              Link *
                annotation
        Div
          TOC
            TOCI
              Lbl *
              Reference
                Link *
                  annotation"
    `)
  })

  it('pass the check, which looks at every rule that they touch', () => {
    expect(saidOf).toEqual([])
    expect(failed(check)).toEqual([])
    expect(check.rules.filter(({ objects }) => objects === 0)).toEqual([])
  })

  it('belong to the marks of each page and to the annotations, both ways', async () => {
    const pdf = await load()
    const tree = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const numbers = tree.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
    const keys = numbers.asArray().filter((_, index) => index % 2 === 0)
    expect(keys.map(String)).toEqual(keys.map((_, index) => String(index)))
    for (let index = 1; index < numbers.size(); index += 2) {
      const value = numbers.lookup(index)
      const owners = value instanceof PDFArray ? value.asArray() : [numbers.get(index)]
      for (const owner of owners) {
        if (owner instanceof PDFRef)
          expect(pdf.context.lookup(owner, PDFDict).get(PDFName.of('Type'))).toBe(PDFName.of('StructElem'))
      }
    }
  })

  const tag = (pdf: PDFDocument, type: string) => {
    const found = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .find((object) => object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of(type))
    if (!(found instanceof PDFDict)) throw new Error(`There is no ${type}.`)
    return found
  }

  it.each<[string, (pdf: PDFDocument) => void]>([
    ['marked', (pdf) => void pdf.catalog.delete(PDFName.of('MarkInfo'))],
    ['title-shown', (pdf) => pdf.catalog.getViewerPreferences()?.setDisplayDocTitle(false)],
    ['language', (pdf) => pdf.catalog.set(PDFName.of('Lang'), PDFString.of('not a language'))],
    ['figures-described', (pdf) => void tag(pdf, 'Figure').delete(PDFName.of('Alt'))],
    ['headings-ordered', (pdf) => tag(pdf, 'H2').set(PDFName.of('S'), PDFName.of('H5'))],
    ['lists-whole', (pdf) => tag(pdf, 'LBody').set(PDFName.of('S'), PDFName.of('P'))],
    ['roles-standard', (pdf) => tag(pdf, 'Note').set(PDFName.of('S'), PDFName.of('Invented'))],
    ['notes-named', (pdf) => void tag(pdf, 'Note').delete(PDFName.of('ID'))],
    ['headers-assigned', (pdf) => void tag(pdf, 'TH').delete(PDFName.of('A'))],
    ['tables-regular', (pdf) => void tag(pdf, 'TR').lookup(PDFName.of('K'), PDFArray).remove(0)],
    ['links-tagged', (pdf) => tag(pdf, 'Link').set(PDFName.of('S'), PDFName.of('Span'))],
    ['tab-order', (pdf) => void pdf.getPage(0).node.delete(PDFName.of('Tabs'))],
    ['content-owned', (pdf) => tag(pdf, 'Aside').set(PDFName.of('K'), PDFNumber.of(999))],
  ])('fail the check by %s when they are spoilt', async (rule, spoil) => {
    const pdf = await load()
    expect(checkPdf(lib, pdf).passed).toBe(true)
    spoil(pdf)
    expect(failed(checkPdf(lib, pdf))).toContain(rule)
  })

  it('fail the check by what is painted without a tag, by glyphs without a shape and by fonts without a map', async () => {
    const pdf = await load()
    const [page] = pdf.getPages()
    const [name] =
      page?.node
        .Resources()
        ?.lookup(PDFName.of('Font'), PDFDict)
        .entries()
        .find(([, ref]) => {
          return pdf.context.lookup(ref, PDFDict).get(PDFName.of('Subtype')) === PDFName.of('Type0')
        }) ?? []
    const stream = pdf.context.flateStream(`BT ${name} 9 Tf <0000> Tj ET`)
    page?.node.set(PDFName.of('Contents'), pdf.context.register(stream))
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      if (object instanceof PDFDict) object.delete(PDFName.of('ToUnicode'))
      if (object instanceof PDFDict) object.delete(PDFName.of('FontFile2'))
    }
    const check = checkPdf(lib, pdf)
    expect(failed(check)).toEqual(
      expect.arrayContaining(['content-tagged', 'content-owned', 'fonts-embedded', 'fonts-mapped', 'glyphs-there']),
    )
  })

  it('do not claim to be PDF/UA when the check fails, and say why', async () => {
    const printed = await print(documentOf(`<h1 id="c1">Title</h1><p><img src="${dot}" width="9" height="9"/></p>`))
    expect(printed.check.passed).toBe(false)
    expect(printed.said).toEqual([
      expect.objectContaining({
        code: 'pdf-ua-not-claimed',
        message:
          'The PDF does not claim to be accessible (PDF/UA-1): its own check found 1 fault (figures-described: a Figure has no alternative text).',
      }),
    ])
    expect(Buffer.from(printed.bytes).includes('pdfuaid:part')).toBe(false)
  })
})
