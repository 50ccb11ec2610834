// The parts of joining, on small files made here.

import * as lib from '@pdfme/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Copier } from '../../src/pdf/join/copy.js'
import { addDestinations, resolveLinks } from '../../src/pdf/join/destinations.js'
import { Digests } from '../../src/pdf/join/digests.js'
import { joinRuns } from '../../src/pdf/join/index.js'
import { entriesOfTree } from '../../src/pdf/join/number-tree.js'
import { writePageTree } from '../../src/pdf/join/pages.js'

const { PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } = lib
const name = (key: string) => PDFName.of(key)
const create = () => PDFDocument.create({ updateMetadata: false })

/**
 * A file of pages, each with a font that has this name, tagged but for those of the lead, with a heading in the outline
 * and a destination.
 */
async function run(number: number, pages: number, font = 'Same', lead = 0): Promise<Uint8Array> {
  const pdf = await create()
  const { context, catalog } = pdf
  const root = context.nextRef()
  const document = context.nextRef()
  const face = context.register(context.obj({ Type: 'Font', BaseFont: font }))
  const rows = Array.from({ length: pages }, (_, at) => {
    const page = pdf.addPage([100, 100])
    page.node.set(name('StructParents'), PDFNumber.of(at))
    page.node.set(name('Resources'), context.obj({ Font: { F1: face } }))
    if (at < lead) return []
    const words = { Type: 'StructElem', S: 'P', P: document, Pg: page.ref, K: 0, ID: PDFString.of(`node${at}`) }
    return [context.register(context.obj({ ...words, A: [{ O: 'Table', Headers: [PDFString.of('node0')] }] }))]
  })
  context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: rows.flat() }))
  const parents = rows.flatMap((row, at) => [at, row])
  const numbers = context.register(context.obj({ Nums: parents }))
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: document, ParentTree: { Kids: [numbers] } }))
  catalog.set(name('StructTreeRoot'), root)
  const last = pdf.getPages().at(-1)?.ref ?? root
  catalog.set(name('Dests'), context.obj({ [`c${number}`]: [last, 'XYZ', 0, 0, 0] }))
  const outline = context.nextRef()
  const item = context.register(
    context.obj({ Title: PDFString.of(`Chapter ${number}`), Parent: outline, Dest: [last, 'Fit'] }),
  )
  context.assign(outline, context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }))
  catalog.set(name('Outlines'), outline)
  return pdf.save({ useObjectStreams: false })
}

describe('joined files', () => {
  it('have all pages but those to be thrown away, each with its own element by its number', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(sizes, async (pages) => {
        const raws = await Promise.all(
          pages.map((count, number) => run(number, count + 1, 'Same', number === 0 ? 0 : 1)),
        )
        const pdf = await joinRuns(
          lib,
          raws.map((raw, number) => ({ raw, lead: number === 0 ? 0 : 1 })),
        )
        const count = pages.reduce((sum, one) => sum + one, 1)
        expect(pdf.getPageCount()).toBe(count)
        const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict)
        const parents = new Map(entriesOfTree(lib, root.lookup(name('ParentTree'), PDFDict)))
        expect([...parents.keys()]).toEqual(Array.from({ length: count }, (_, key) => key))
        for (const page of pdf.getPages()) {
          const key = page.node.lookup(name('StructParents'), PDFNumber).asNumber()
          const row = pdf.context.lookup(parents.get(key), lib.PDFArray)
          expect(row.lookup(0, PDFDict).get(name('Pg'))).toBe(page.ref)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('have one document at the top, names of their own for elements, one outline and all destinations', async () => {
    const pdf = await joinRuns(lib, [
      { raw: await run(1, 2), lead: 0 },
      { raw: await run(2, 3), lead: 0 },
    ])
    const document = pdf.catalog
      .lookup(name('StructTreeRoot'), PDFDict)
      .lookup(name('K'), lib.PDFArray)
      .lookup(0, PDFDict)
    const elements = document.lookup(name('K'), lib.PDFArray)
    const names = elements
      .asArray()
      .map((_, at) => elements.lookup(at, PDFDict).lookup(name('ID'), PDFString).asString())
    expect(names).toEqual(['run0-node0', 'run0-node1', 'run1-node0', 'run1-node1', 'run1-node2'])
    expect(elements.lookup(4, PDFDict).get(name('A'))?.toString()).toContain('(run1-node0)')
    const outline = pdf.catalog.lookup(name('Outlines'), PDFDict)
    const first = outline.lookup(name('First'), PDFDict)
    expect(first.lookup(name('Next'), PDFDict).get(name('Title'))?.toString()).toBe('(Chapter 2)')
    expect(first.lookup(name('Next'), PDFDict).get(name('Prev'))).toBe(outline.get(name('First')))
    expect(outline.lookup(name('Count'), PDFNumber).asNumber()).toBe(2)
    const destinations = pdf.catalog.lookup(name('Dests'), PDFDict)
    const places = ['c1', 'c2'].map((key) => destinations.lookup(name(key), lib.PDFArray).get(0))
    expect(places).toEqual([pdf.getPages()[1]?.ref, pdf.getPages()[4]?.ref])
  })

  it('share what is the same', async () => {
    const fonts = async (...faces: string[]) => {
      const raws = await Promise.all(faces.map((face, number) => run(number, 1, face)))
      const pdf = await joinRuns(
        lib,
        raws.map((raw) => ({ raw, lead: 0 })),
      )
      return pdf.context.enumerateIndirectObjects().filter(([, object]) => object.toString().includes('/Type /Font'))
        .length
    }
    expect(await fonts('Same', 'Same', 'Same')).toBe(1)
    expect(await fonts('Same', 'Other', 'Same')).toBe(2)
  })
})

describe('the page tree', () => {
  it('has every page once, in order, and no node with too many', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2500 }), async (count) => {
        const pdf = await create()
        const pages = Array.from({ length: count }, () =>
          pdf.context.register(lib.PDFPageLeaf.withContextAndParent(pdf.context, pdf.context.nextRef())),
        )
        writePageTree(lib, pdf, pages)
        expect(pdf.getPages().map(({ ref }) => ref)).toEqual(pages)
        expect(
          pdf.catalog.lookup(name('Pages'), PDFDict).lookup(name('Kids'), lib.PDFArray).size(),
        ).toBeLessThanOrEqual(32)
      }),
      { numRuns: 10 },
    )
  })
})

describe('digests', () => {
  it('are the same for what is the same under other numbers, and none for what leads to itself or is a form', async () => {
    const { context } = await create()
    const stream = (bytes: string) => context.register(context.stream(bytes, { Subtype: 'Image' }))
    const [one, two, three] = [stream('a'), stream('a'), stream('b')]
    const digests = new Digests(lib, context)
    const holder = (ref: lib.PDFRef) => context.register(context.obj({ Image: ref, Name: 'x' }))
    expect(digests.of(holder(one))).toBe(digests.of(holder(two)))
    expect(digests.of(holder(one))).not.toBe(digests.of(holder(three)))
    const self = context.nextRef()
    context.assign(self, context.obj({ Me: self }))
    expect(digests.of(self)).toBeUndefined()
    const form = context.register(context.stream('q Q', { Subtype: 'Form' }))
    expect(digests.of(form)).toBeUndefined()
  })
})

describe('links to other runs', () => {
  it('lead to the destination of that name; those to the world stay', async () => {
    const [from, to] = [await create(), await create()]
    const link = (address: string) => ({ Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(address) } })
    const addresses = ['https://elsewhere.offprint.invalid/#caf%C3%A9', 'https://example.org/#a']
    const refs = addresses.map((address) => from.context.register(from.context.obj(link(address))))
    from.catalog.set(name('Dests'), from.context.obj({ 'caf%C3%A9': [1, 'Fit'] }))
    const copier = new Copier(lib, from.context, to.context, new Map())
    const copies = refs.map((ref) => copier.copy(ref))
    const destinations = PDFDict.withContext(to.context)
    addDestinations(lib, from, copier, destinations)
    resolveLinks(lib, to, copier)
    const [inside, outside] = copies.map((ref) => to.context.lookup(ref, PDFDict))
    expect(inside?.has(name('A'))).toBe(false)
    expect(destinations.has(inside?.lookup(name('Dest'), PDFName) ?? name(''))).toBe(true)
    expect(outside?.has(name('Dest'))).toBe(false)
  })
})
