// What to do about a finding, by EPUBCheck's id, else by its family. EPUBCheck itself says what is wrong and seldom that.

const byId: Readonly<Record<string, string>> = {
  'PKG-003': 'Download or export the file again; it is no EPUB, or was cut off.',
  'PKG-005': 'Pack the EPUB again with a tool for EPUBs; mimetype must be stored without an extra field.',
  'PKG-006': 'Pack the EPUB again with mimetype as its first file.',
  'PKG-007': 'Pack the EPUB again with mimetype stored and holding "application/epub+zip" alone.',
  'PKG-008': 'Download or export the file again; it is damaged.',
  'PKG-009': 'Rename the file with A-Z, a-z, 0-9, ".", "_" and "-", and change the links to it.',
  'PKG-010': 'Rename the file without spaces, and change the links to it.',
  'PKG-011': 'Rename the file so that it does not end in a dot, and change the links to it.',
  'PKG-012': 'Rename the file with plain letters and figures: some readers fail at others.',
  'OPF-003': 'Name the file in the manifest of the package document, or take it out of the EPUB.',
  'OPF-014': 'Give the manifest item of the document the property that it names (scripted, svg, mathml …).',
  'OPF-015': 'Take the property out of the manifest item: the document does not need it.',
  'OPF-060': 'Pack the EPUB again with each file once.',
  'OPF-092': 'Write a language tag as BCP 47 has them, such as en or sv-SE.',
  'RSC-001': 'Add the missing file, or take the item that names it out of the manifest.',
  'RSC-002': 'Add META-INF/container.xml, which names the package document.',
  'RSC-005': 'Change the markup to what the specification allows at this place.',
  'RSC-006': 'Put the resource into the EPUB, or take it out of the text: a reader may be without a network.',
  'RSC-007': 'Mend the link, or add the file that it leads to.',
  'RSC-012': 'Mend the link, or give its target the id that it names.',
  'RSC-016': 'Mend the markup: it is not well-formed XML, so that a reader shows an error or nothing.',
  'HTM-004': 'Mend the markup: it is not well-formed XML, so that a reader shows an error or nothing.',
}

const byFamily: Readonly<Record<string, string>> = {
  PKG: 'Pack the EPUB again with a tool for EPUBs.',
  OPF: 'Mend the package document (the .opf file).',
  RSC: 'Mend the reference, or the file that it names.',
  HTM: 'Mend the markup of the document.',
  CSS: 'Mend the style sheet.',
  NAV: 'Mend the nav document.',
  NCX: 'Mend the NCX, or make it again from the nav document.',
  ACC: 'Mend it so that readers who cannot see the page can use it.',
  MED: 'Change the file to a type that EPUB allows.',
}

export function remedyFor(id: string): string {
  return byId[id] ?? byFamily[id.slice(0, 3)] ?? 'Look the id up in the documentation of EPUBCheck.'
}
