// What a PDF says to its readers, as plain values: so two files can be compared whose objects are numbered otherwise.

import type { PDFDocument, PDFObject } from '@pdfme/pdf-lib'
import * as lib from '@pdfme/pdf-lib'
import { type Kid, readStructure } from '../../src/pdf/finish/structure/tree.js'

const { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } = lib
const name = (key: string) => PDFName.of(key)

export async function describePdf(bytes: Uint8Array) {
  const pdf = await lib.PDFDocument.load(bytes, { updateMetadata: false })
  const pages = new Map(pdf.getPages().map(({ ref }, index) => [ref, index]))
  const plain = (value: PDFObject | undefined): unknown => {
    if (value instanceof PDFRef) return pages.has(value) ? `page ${pages.get(value)}` : plain(pdf.context.lookup(value))
    if (value instanceof PDFArray) return value.asArray().map(plain)
    if (value instanceof PDFDict)
      return Object.fromEntries(value.entries().map(([key, one]) => [key.asString(), plain(one)]))
    if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
    if (value instanceof PDFNumber) return value.asNumber()
    return value?.toString()
  }
  return {
    pages: pages.size,
    labels: plain(pdf.catalog.get(name('PageLabels'))),
    destinations: plain(pdf.catalog.get(name('Dests'))),
    outline: outlineOf(pdf, plain),
    structure: structureOf(pdf, plain, pages),
    links: pdf.getPages().map((page) => linksOf(page.node.lookupMaybe(name('Annots'), PDFArray), plain)),
    boxes: pdf.getPages().map((page) => plain(page.node.get(name('MediaBox')))),
    information: plain(pdf.context.trailerInfo.Info),
  }
}

type Plain = (value: PDFObject | undefined) => unknown

function outlineOf(pdf: PDFDocument, plain: Plain): unknown {
  const below = (parent: lib.PDFDict | undefined): unknown[] => {
    const items: unknown[] = []
    for (let item = parent?.lookupMaybe(name('First'), PDFDict); item; item = item.lookupMaybe(name('Next'), PDFDict)) {
      items.push([plain(item.get(name('Title'))), plain(item.get(name('Dest'))), below(item)])
    }
    return items
  }
  return below(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))
}

function linksOf(annotations: lib.PDFArray | undefined, plain: Plain): unknown {
  return annotations?.asArray().map((_, at) => {
    const link = annotations.lookup(at, PDFDict)
    return ['Rect', 'Dest', 'A', 'Contents'].map((key) => plain(link.get(name(key))))
  })
}

function structureOf(pdf: PDFDocument, plain: Plain, pages: ReadonlyMap<lib.PDFRef, number>): unknown {
  const seen = (kid: Kid): unknown => {
    if (kid.kind === 'content') return `${pages.get(kid.page)}/${kid.mcid}`
    if (kid.kind === 'object') return plain(pdf.context.lookup(kid.object, PDFDict).get(name('Rect')))
    const attributes = ['Lang', 'Alt', 'ActualText', 'A', 'ID'].map((key) => plain(kid.dict.get(name(key))))
    return [kid.type, attributes, kid.kids.map(seen)]
  }
  return readStructure(lib, pdf)?.roots.map(seen)
}

/** Chromium counts in single precision from the first page: in a longer print the same place is some thousandths off. */
const hair = 0.02

/** The value with each number that is as good as the one expected in its place. */
export function snapped(value: unknown, expected: unknown): unknown {
  if (typeof value === 'number' && typeof expected === 'number') {
    return Math.abs(value - expected) < hair ? expected : value
  }
  if (Array.isArray(value) && Array.isArray(expected)) return value.map((one, at) => snapped(one, expected[at]))
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const others = new Map(Object.entries(expected ?? {}))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, snapped(one, others.get(key))]))
}
