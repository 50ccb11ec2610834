// PDF/A-2b (ISO 19005-2): what a file for an archive needs beside what every finished file has.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { PdfCheck } from '../check/index.js'
import { named, type PdfLib } from '../library.js'
import { srgbProfile } from './srgb.js'

/** What PDF/A forbids and the check for PDF/UA does not see: undefined where there is nothing of it. */
export function archiveFault(lib: PdfLib, pdf: PDFDocument, { rules }: PdfCheck): string | undefined {
  const broken = rules.find(({ rule, failed }) => failed > 0 && (rule === 'fonts-embedded' || rule === 'glyphs-there'))
  if (broken) return broken.first
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof lib.PDFRawStream)) continue
    if (object.dict.get(named(lib, 'Subtype')) !== named(lib, 'Image')) continue
    if (object.dict.lookup(named(lib, 'ColorSpace')) === named(lib, 'DeviceCMYK')) return 'a picture is in CMYK'
    if (object.dict.lookup(named(lib, 'Filter')) === named(lib, 'JPXDecode')) return 'a picture is in JPEG 2000'
  }
  return undefined
}

/** Says in which colour space the colours are meant (§6.2.3). */
export function writeOutputIntent(lib: PdfLib, pdf: PDFDocument): void {
  const { context } = pdf
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }))
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: profile })
  const words = lib.PDFString.of('sRGB IEC61966-2.1')
  for (const key of ['OutputConditionIdentifier', 'Info']) intent.set(named(lib, key), words)
  pdf.catalog.set(named(lib, 'OutputIntents'), context.obj([context.register(intent)]))
}

/** How the identifier of PDF/UA is to be read: PDF/A knows no property that is not described (§6.6.2.3.3). */
export const accessibilitySchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`
