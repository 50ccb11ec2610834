// What stands below the text of a chapter in print: its notes, the addresses of its links, the way to its source.

import type { Metadata } from '../model.js'
import type { LinkForm } from '../paper-options.js'
import { breakable } from './addresses.js'
import type { PrintPart } from './contexts.js'
import { webAddress } from './links.js'
import type { ShownNote } from './notes.js'
import type { ListedLink } from './paper-links.js'
import { qrCodeOf } from './qr.js'
import type { Wording } from './words.js'

type TextPart = Extract<PrintPart, { template: 'print/introduction' | 'print/chapter' }>

interface ChapterEnd {
  /** The last of the text, whose pages and language go on. */
  readonly after: TextPart
  /** Of its headings. */
  readonly level: number
  readonly notes: readonly ShownNote[]
  readonly links: readonly ListedLink[]
  /** Whether the numbers of the links stand in brackets. */
  readonly bracketed: boolean
  /** The address that a QR code leads to, where one is wanted. */
  readonly source: string | undefined
}

export function chapterEnd(end: ChapterEnd, { words }: Wording, newId: (wanted: string) => string): PrintPart[] {
  const { level, notes, links, bracketed } = end
  const { page, language, rtl } = end.after
  const place = { page, language, rtl }
  const parts: PrintPart[] = []
  if (notes.length > 0) parts.push({ template: 'print/notes', id: newId('notes'), level, notes, ...place })
  if (links.length > 0) parts.push({ template: 'print/links', id: newId('links'), level, links, bracketed, ...place })
  const [address, qr] = [webAddress(end.source), qrCodeOf(end.source)]
  if (address && qr) {
    const { href, shown } = address
    const alt = words.sourceCode.replace('{address}', () => shown)
    parts.push({ template: 'print/source', id: newId('source'), qr, alt, href, shown: breakable(shown), ...place })
  }
  return parts
}

/** Where the code of a chapter leads; a handout of one post has it at its end anyway. */
export function codeSource(
  { form, isHandout }: { readonly form: LinkForm; readonly isHandout: boolean },
  chapter: string | undefined,
  book: Metadata,
  collection: boolean,
): string | undefined {
  if (form !== 'qr') return undefined
  if (collection) return chapter
  return isHandout ? undefined : book.source
}
