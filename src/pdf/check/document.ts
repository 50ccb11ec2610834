// What the file says of itself as a whole.

import type { PDFDocument, PDFObject } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'
import type { Tally } from './rules.js'

/** The shape of a language tag (RFC 5646 §2.1), less what is only grandfathered. */
const languageTag = /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8}|x)(?:-[a-z0-9]{1,8})*$/i

export function checkDocument(lib: PdfLib, pdf: PDFDocument, tally: Tally): void {
  const { PDFBool, PDFDict } = lib
  const { catalog } = pdf
  const marks = catalog.lookupMaybe(named(lib, 'MarkInfo'), PDFDict)
  const isMarked = marks?.lookup(named(lib, 'Marked')) === PDFBool.True && catalog.has(named(lib, 'StructTreeRoot'))
  tally.count('marked', !isMarked && 'the file has no tags')
  const shows = catalog.getViewerPreferences()?.getDisplayDocTitle() === true
  tally.count('title-shown', !(shows && (pdf.getTitle() ?? '').trim() !== '') && 'the file has no title')
  checkLanguage(lib, catalog.lookup(named(lib, 'Lang')), 'the file', tally)
}

/** Counts a language, which must be a language tag. */
export function checkLanguage(lib: PdfLib, value: PDFObject | undefined, of: string, tally: Tally): void {
  const isText = value instanceof lib.PDFString || value instanceof lib.PDFHexString
  const language = isText ? value.decodeText() : ''
  tally.count('language', !languageTag.test(language) && `${of} has the language "${language}"`)
}
