// Pictures that are none: placeholders of lazy loading, and pixels that count readers.

import type { Element } from '../dom.js'

const pixelNames =
  /(?:^|\/)(?:1x1|blank|clear|empty|pixel|spacer|trans|transparent)(?:[_-]?(?:\d{1,5}(?:x\d{1,5})?|gif|image|img))?\.(?:gif|png|svg|webp)$/i
const doubtfulNames = [
  /(?:^|\/)(?:1x1|blank|clear|empty|pixel|spacer|trans|transparent)[_-]?\w{1,12}\.(?:gif|png|svg|webp)$/i,
  /(?:^|[/_.-])(?:lazy|lazyload|loading|loader|placeholder|preloader)(?:[_.-][^/]*)?\.\w{2,5}$/i,
]

const trackers = [
  /^(?:pixel|stats)\.(?:wp|wordpress)\.com\//,
  /^feeds\.(?:wordpress\.com\/1\.0|feedburner\.com\/~)/,
  /^(?:www\.)?facebook\.com\/tr\b/,
  /^[^/]*\b(?:google-analytics|googletagmanager|googlesyndication|doubleclick|scorecardresearch|quantserve)\.(?:com|net)\//,
  /^[^/]*\b(?:met\.vgwort\.de|amazon-adsystem\.com)\//,
  /^[^/]*\bassoc-amazon\.[a-z.]{2,6}\/e\/ir/,
  /^(?:bat\.bing\.com|px\.ads\.linkedin\.com|analytics\.twitter\.com|t\.co\/i\/adsct|mc\.yandex\.ru\/watch|counter\.yadro\.ru)/,
  /^[^?]*\/(?:matomo|piwik)\.php(?:\?|$)/,
]

/** Whether an element shows one point at most, or counts who reads: no reader ever saw it. */
export function isPixel({ attribs }: Element): boolean {
  const [width, height] = [attribs.width, attribs.height].map((size = '') => /^[01](?:px)?$/.test(size.trim()))
  return width === true && height === true
}

export function isTracker(address: string): boolean {
  const place = address.replace(/^https?:\/\//, '')
  return place !== address && trackers.some((pattern) => pattern.test(place))
}

/** Whether a `src` only keeps the place until a script puts the picture in. */
export function isPlaceholder(address: string): boolean {
  if (!/^data:/i.test(address)) return pixelNames.test(pathOf(address))
  const [head = '', data = ''] = split(address)
  if (/svg/i.test(head)) return !drawsSomething(head, data)
  return /;base64$/i.test(head) && (data.length < 120 || sidesOf(data) === '1×1')
}

/** Names that lazy loaders give their placeholders, and authors at times their pictures: the last to be tried. */
export function isDoubtful(address: string): boolean {
  return !/^data:/i.test(address) && doubtfulNames.some((names) => names.test(pathOf(address)))
}

// The end is enough: no file name is longer, and the patterns would be slow on more.
function pathOf(address: string): string {
  return new URL(address).pathname.slice(-255)
}

function split(data: string): [string, string] {
  const comma = data.indexOf(',')
  return comma < 0 ? [data, ''] : [data.slice(0, comma), data.slice(comma + 1)]
}

// An SVG made only to have a size draws nothing. It is short: what is longer than this is a picture.
function drawsSomething(head: string, data: string): boolean {
  if (data.length > 2000) return true
  const source = /;base64$/i.test(head) ? Buffer.from(data, 'base64').toString('utf8') : decode(data)
  return /<(?:circle|ellipse|image|line|path|poly|rect|text|use)/i.test(source)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The size that the header of a GIF or PNG gives. */
function sidesOf(base64: string): string {
  const head = Buffer.from(base64.slice(0, 64), 'base64')
  if (head.length < 24) return ''
  if (head.toString('latin1', 0, 3) === 'GIF') return `${head.readUInt16LE(6)}×${head.readUInt16LE(8)}`
  if (head.toString('latin1', 1, 4) === 'PNG') return `${head.readUInt32BE(16)}×${head.readUInt32BE(20)}`
  return ''
}
