// Addresses of pictures: whole, percent-encoded, of a kind that a picture can be had from.

import { strictUri } from '../../strict-uri.js'

const imageFile = /\.(?:avif|bmp|gif|heic|jfif|jpe?g|png|svg|tiff?|webp)$/i
// WordPress names its copies: `-300x200` a smaller one, `-scaled` one cut down to 2560 pixels, `-e…` an edited one.
const sizeInName = /-(\d{1,5})x\d{1,5}(?=\.\w{2,5}$)/
const scaledInName = /-scaled(?=\.\w{2,5}$)/

/**
 * The whole address, percent-encoded: spaces and letters beyond ASCII too. Only the web and picture data
 * are sources; nothing of this machine, nothing that runs.
 */
export function pictureAddress(address: string | undefined, postUrl: string): string | undefined {
  const trimmed = address?.trim() ?? ''
  if (trimmed === '') return undefined
  // Data needs no base, and may be megabytes long: it is not taken apart.
  if (/^data:/i.test(trimmed)) return pictureData(trimmed)
  const base = postUrl || undefined
  if (!URL.canParse(trimmed, base)) return undefined
  const url = new URL(trimmed, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? strictUri(url) : undefined
}

// Line ends inside are of the markup. In base64 so are spaces; elsewhere they are of the picture.
function pictureData(address: string): string | undefined {
  const [head = ''] = /^data:image\/[^,]{0,200},/i.exec(address) ?? []
  if (head === '') return undefined
  const isBase64 = /;\s*base64\s*,$/i.test(head)
  return isBase64 ? address.replace(/\s+/g, '') : address.replace(/[\t\n\r]+/g, '').replaceAll(' ', '%20')
}

/** Whether the path of an address ends as the name of a picture file does. */
export function isImageFile(address: string): boolean {
  return /^https?:/.test(address) && imageFile.test(new URL(address).pathname)
}

/** The name that all copies of one picture share: without size, `-scaled`, edit mark and ending. */
export function stemOf(address: string): string {
  if (!/^https?:/.test(address)) return ''
  const file = new URL(address).pathname.split('/').at(-1) ?? ''
  return file
    .replace(sizeInName, '')
    .replace(scaledInName, '')
    .replace(/-e\d{10,16}(?=\.\w{2,5}$)/, '')
    .replace(/\.\w{2,5}$/, '')
    .toLowerCase()
}

/** How wide the file is, where its address says so: `photo-300x200.jpg`, `?w=1024`, `?resize=300,200`, `?fit=300,200`. */
export function widthInAddress(address: string): number | undefined {
  if (!/^https?:/.test(address)) return undefined
  const { pathname, searchParams } = new URL(address)
  const asked = ['w', 'resize', 'fit'].map((name) => /^\d{1,5}(?=$|[,x])/.exec(searchParams.get(name) ?? '')?.[0])
  const found = asked.find((value) => value !== undefined) ?? sizeInName.exec(pathname)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** The address with its file renamed; nothing where the name does not hold the pattern. */
function renamed(address: string, pattern: RegExp): string | undefined {
  const url = new URL(address)
  const path = url.pathname.replace(pattern, '')
  if (path === url.pathname) return undefined
  url.pathname = path
  return url.href
}

export function withoutSize(address: string): string | undefined {
  return renamed(address, sizeInName)
}

export function withoutScaled(address: string): string | undefined {
  return renamed(address, scaledInName)
}
