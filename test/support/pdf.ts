// Reads PDFs in tests.

import { extractText, getDocumentProxy } from 'unpdf'

export interface PdfEntry {
  readonly title: string
  readonly items: readonly PdfEntry[]
}

/** What a reader sees of a PDF: the text of each page, the outline as a tree, the document information. */
export async function readPdf(bytes: Uint8Array): Promise<{
  readonly pages: readonly string[]
  readonly outline: readonly PdfEntry[]
  readonly info: Readonly<Record<string, unknown>>
  /** `/MarkInfo` says so (PDF 32000-1 §14.7.1). */
  readonly isTagged: boolean
}> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  try {
    const { text } = await extractText(pdf, { mergePages: false })
    const { info } = await pdf.getMetadata()
    const marks = await pdf.getMarkInfo()
    return {
      pages: text,
      outline: ((await pdf.getOutline()) ?? []).map(entryOf),
      info: info as Record<string, unknown>,
      isTagged: marks?.Marked === true,
    }
  } finally {
    await pdf.destroy()
  }
}

function entryOf({
  title,
  items,
}: {
  title: string
  items: readonly { title: string; items: readonly never[] }[]
}): PdfEntry {
  return { title, items: items.map(entryOf) }
}
