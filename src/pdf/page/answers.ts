// Everything the page may ask for, and nothing else: the document itself, the fonts of
// the @fontsource packages, and the pictures of the book.

import { fontFile } from '../../fonts/packages.js'
import type { PrintDocument } from '../../model.js'

/** A host that exists only here: `.invalid` never resolves (RFC 2606 §2). */
const origin = 'https://book.offprint.invalid'

export const documentAddress = `${origin}/book.xhtml`

/**
 * `sandbox` without a value forbids scripts, forms, pop-ups and navigation, so that not even a refresh by `meta` can
 * replace the document (Content Security Policy Level 3 §6.3.2).
 */
const policy = [
  'sandbox',
  "default-src 'none'",
  `style-src 'unsafe-inline' ${origin}`,
  `font-src ${origin}`,
  `img-src ${origin} data:`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

const fontPath = /^\/fonts\/(?<family>[a-z0-9-]+)\/(?<file>[a-z0-9-]+\.css|files\/[a-z0-9-]+\.woff2)$/

/** What may be asked for beside the fonts. */
export type Pages = Pick<PrintDocument, 'xhtml' | 'assets'>

/** What is answered to a request; undefined means that it is refused. */
export async function answerTo(address: string, { xhtml, assets }: Pages): Promise<Answer | undefined> {
  if (address === documentAddress) {
    const headers = { 'Content-Security-Policy': policy }
    return { status: 200, contentType: 'application/xhtml+xml; charset=utf-8', headers, body: xhtml }
  }
  if (!address.startsWith(`${origin}/`)) return undefined
  const asset = assets.find(({ path }) => address === `${origin}/${path}`)
  if (asset) return { status: 200, contentType: asset.mediaType, headers: {}, body: (asset.print ?? asset).bytes }
  const { family, file } = fontPath.exec(address.slice(origin.length))?.groups ?? {}
  if (!family || !file) return undefined
  const body = await fontFile(family, file)
  const contentType = file.endsWith('.css') ? 'text/css; charset=utf-8' : 'font/woff2'
  // The sandboxed document has an origin of its own, so that its fonts come from another one.
  return body && { status: 200, contentType, headers: { 'Access-Control-Allow-Origin': '*' }, body }
}
