/** As much of a PDF as says where things are. */
export function printedPlaces(pages: number, at: Readonly<Record<string, number>>): Uint8Array {
  const name = (id: string) => id.replace(/[^\w-]/g, (one) => `#${one.charCodeAt(0).toString(16)}`)
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R\n/Dests 3 0 R>>',
    `<</Type /Pages\n/Kids [${Array.from({ length: pages }, (_, page) => `${page + 4} 0 R`).join(' ')}]>>`,
    `<<${Object.entries(at).map(([id, page]) => `/${name(id)} [${page + 4} 0 R /XYZ 6 500 0]`)}>>`,
    ...Array.from({ length: pages }, () => '<</Type /Page>>'),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n `
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('\n')}\ntrailer\n<</Root 1 0 R>>\n`
  return Buffer.from(`${file}${table}startxref\n${file.length}\n%%EOF\n`)
}
