// Reads EPUBs, and makes small ones, whole and broken.

import { readEntry, readZip } from '../../src/check/zip.js'
import type { ContainerFile, EpubDocuments } from '../../src/model.js'

/** The files of an EPUB as text, in the order in which they are packed. */
export function epubTexts(bytes: Uint8Array): Map<string, string> {
  return new Map(readZip(bytes).map((entry) => [entry.name, new TextDecoder().decode(readEntry(bytes, entry))]))
}

const xhtml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>A small book</title></head>
<body>${body}</body>
</html>
`

/** What a small, whole EPUB holds. `body` is the XHTML of its one chapter, `more` are further manifest items. */
export function smallBook({
  title = 'A small book',
  body = '<h1>One</h1><p>Text.</p>',
  more = '',
} = {}): EpubDocuments {
  const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`
  const packageDocument = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:1d2f6dc2-5b0d-5d3a-8c52-0d1a3f1f2a11</dc:identifier>
<dc:title>${title}</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-25T09:54:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
${more}</manifest>
<spine><itemref idref="one"/></spine>
</package>
`
  const nav = xhtml('<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="one.xhtml">One</a></li></ol></nav>')
  const files: readonly ContainerFile[] = [
    { path: 'META-INF/container.xml', content: container },
    { path: 'EPUB/package.opf', content: packageDocument },
    { path: 'EPUB/nav.xhtml', content: nav },
    { path: 'EPUB/one.xhtml', content: xhtml(body) },
  ]
  return { title, files, modified: '2026-01-25T09:54:00Z' }
}
