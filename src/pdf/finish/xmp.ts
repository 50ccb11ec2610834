// XMP metadata (ISO 16684-1; ISO 32000-1 §14.3.2), saying the same as the document information.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { Metadata } from '../../model.js'
import type { PdfLib } from '../library.js'
import { accessibilitySchema } from './archive.js'
import { datesOf } from './dates.js'
import { producer } from './information.js'

/** The name of its pagination, and which standards the file says that it keeps to. */
export interface Claims {
  readonly edition: string
  /** PDF/UA-1 (ISO 14289-1 §5). */
  readonly isAccessible: boolean
  /** PDF/A-2b (ISO 19005-2 §6.6.4). */
  readonly isArchival: boolean
}

/** Writes the metadata stream, unfiltered so that programs that know no PDF can find it. */
export function writeXmp(lib: PdfLib, pdf: PDFDocument, metadata: Metadata, claims: Claims): void {
  const packet = Buffer.from(xmpPacket(metadata, claims), 'utf8')
  const stream = pdf.context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
  pdf.catalog.set(lib.PDFName.of('Metadata'), pdf.context.register(stream))
}

function xmpPacket(metadata: Metadata, { edition, isAccessible, isArchival }: Claims): string {
  const { created, modified } = datesOf(metadata)
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    list('dc:title', 'Alt', [metadata.title.text]),
    list(
      'dc:creator',
      'Seq',
      metadata.authors.map(({ name }) => name),
    ),
    list('dc:description', 'Alt', metadata.description ? [metadata.description] : []),
    list('dc:subject', 'Bag', metadata.subjects),
    list('dc:language', 'Bag', [metadata.language]),
    list('dc:publisher', 'Bag', metadata.site ? [metadata.site.name] : []),
    property('dc:identifier', metadata.identifier),
    property('dc:source', metadata.source),
    property('pdf:Keywords', metadata.subjects.join(', ')),
    property('pdf:Producer', producer),
    property('xmp:CreatorTool', producer),
    property('xmp:CreateDate', created),
    property('xmp:ModifyDate', modified),
    property('xmp:MetadataDate', modified),
    // The name by which the page list of the EPUB knows these pages.
    property('xmpMM:DocumentID', edition),
    property('pdfuaid:part', isAccessible ? '1' : undefined),
    property('pdfaid:part', isArchival ? '2' : undefined),
    property('pdfaid:conformance', isArchival ? 'B' : undefined),
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
${properties.filter((one) => one !== '').join('\n')}
</rdf:Description>${isArchival && isAccessible ? `\n${accessibilitySchema}` : ''}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function property(name: string, value: string | undefined): string {
  return value ? `<${name}>${escaped(value)}</${name}>` : ''
}

function list(name: string, kind: 'Alt' | 'Bag' | 'Seq', values: readonly string[]): string {
  if (values.length === 0) return ''
  const attribute = kind === 'Alt' ? ' xml:lang="x-default"' : ''
  const items = values.map((value) => `<rdf:li${attribute}>${escaped(value)}</rdf:li>`).join('')
  return `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
