// The alternate description of links (ISO 32000-1 §12.5.2, Contents), which readers of the screen announce.

import type { PDFDict, PDFDocument } from '@pdfme/pdf-lib'
import type { PdfLib } from '../library.js'
import { plainText } from '../page/text.js'

/** Gives every link its text, or its address where one address is linked under several texts. */
export function describeLinks(lib: PdfLib, pdf: PDFDocument, xhtml: string): void {
  const { PDFArray, PDFDict, PDFHexString, PDFName } = lib
  const texts = linkTexts(xhtml)
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (const entry of annotations?.asArray() ?? []) {
      const annotation = pdf.context.lookupMaybe(entry, PDFDict)
      if (annotation?.get(PDFName.of('Subtype')) !== PDFName.of('Link') || annotation.has(PDFName.of('Contents')))
        continue
      const target = targetOf(lib, annotation)
      const description = texts.get(target) || target.replace(/^#/, '')
      if (description) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(description))
    }
  }
}

/** `https://…`, or `#id` for a place in the book. */
function targetOf({ PDFDict, PDFHexString, PDFName, PDFString }: PdfLib, annotation: PDFDict): string {
  const destination = annotation.lookup(PDFName.of('Dest'))
  if (destination instanceof PDFName) return `#${destination.decodeText()}`
  if (destination instanceof PDFString || destination instanceof PDFHexString) return `#${destination.decodeText()}`
  const uri = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : ''
}

/** The text of each link target; empty where the texts differ. */
function linkTexts(xhtml: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [, address = '', content = ''] of xhtml.matchAll(/<a\s[^>]*?\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)) {
    const target = plainText(address)
    const text = plainText(content)
    const known = texts.get(target)
    texts.set(target, known === undefined || known === text ? text : '')
  }
  return texts
}
