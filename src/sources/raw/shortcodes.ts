// What the shortcodes of WordPress itself show, in the markup that WordPress makes of them.
// https://codex.wordpress.org/Gallery_Shortcode and its neighbours.

import { webAddress } from '../web-address.js'
import { escapeText } from '../xml/node.js'
import type { Piece } from './autop.js'
import type { Attachment, RawContext } from './context.js'
import { type Shortcode, scanShortcodes } from './shortcode-scan.js'

/** What a shortcode comes to: something between paragraphs, or a part of a line. */
type Shown = { readonly block: string } | { readonly inline: string }
type Show = (shortcode: Shortcode, context: RawContext) => Shown

const shows: Readonly<Record<string, Show>> = {
  caption,
  wp_caption: caption,
  gallery: (shortcode, context) => ({ block: gallery(shortcode, context) }),
  embed: ({ content, attributes }) => ({ block: paragraph((content ?? attributes.src ?? attributes[0] ?? '').trim()) }),
  audio: (shortcode, context) => ({ block: player('audio', shortcode, context) }),
  video: (shortcode, context) => ({ block: player('video', shortcode, context) }),
  playlist: (shortcode, context) => ({ block: playlist(shortcode, context) }),
  latex: ({ content = '' }) => ({ inline: `<img class="latex" alt="${attributeText(plainTex(content))}" />` }),
}

const names = Object.keys(shows)

/** Content with its shortcodes shown; those of other names stay, and are judged where the text is made clean. */
export function shownPieces(content: string, context: RawContext): readonly Piece[] {
  const pieces: Piece[] = []
  let raw = ''
  for (const segment of scanShortcodes(content, names)) {
    if ('text' in segment) raw += segment.text
    else {
      const shown = shows[segment.shortcode.name]?.(segment.shortcode, context) ?? { inline: '' }
      if ('inline' in shown) raw += shown.inline
      else {
        pieces.push({ raw }, { ready: shown.block })
        raw = ''
      }
    }
  }
  return [...pieces, { raw }]
}

/** The same in content that has its paragraphs. */
export function withShortcodes(content: string, context: RawContext): string {
  if (!content.includes('[')) return content
  return shownPieces(content, context)
    .map((piece) => ('raw' in piece ? piece.raw : piece.ready))
    .join('')
}

const escaped = new RegExp(`\\[(\\[(?:${names.join('|')})(?![\\w-])[^[\\]]{0,2000}\\])\\]`, 'g')

/**
 * Takes the brackets from `[[gallery]]` in code, which is not looked at where the text is made clean. Elsewhere they
 * stay until then: a `[gallery]` that is free of them would be taken for one that the site did not show.
 */
export function shownInCode(html: string): string {
  if (!html.includes('[[')) return html
  let depth = 0
  return html
    .split(/(<\/?(?:code|pre)\b[^<>]*>)/i)
    .map((part, index) => {
      if (index % 2 === 1) depth = Math.max(0, depth + (part.startsWith('</') ? -1 : 1))
      return index % 2 === 0 && depth > 0 ? part.replace(escaped, '$1') : part
    })
    .join('')
}

const linkedPicture = /^\s*((?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?)([\s\S]*)$/i

function caption({ attributes, content = '' }: Shortcode, context: RawContext): Shown {
  const inner = withShortcodes(content, context)
  const [, picture, rest] = linkedPicture.exec(inner) ?? []
  const words = (attributes.caption ?? rest ?? '').trim()
  const shown = picture ?? inner
  if (words === '') return { block: shown }
  const align = /^align(?:left|right|center|none)$/.exec(attributes.align ?? '')?.[0] ?? 'alignnone'
  const caption = `<figcaption class="wp-caption-text">${words.replace(/\s*\n\s*/g, ' ')}</figcaption>`
  return { block: `<figure class="wp-caption ${align}">${shown.trim()}${caption}</figure>` }
}

function gallery({ attributes }: Shortcode, context: RawContext): string {
  const pictures = attachmentsFor(attributes, context, 'gallery', isPicture)
  return pictures.length === 0 ? '' : `<div class="gallery">${pictures.map(galleryItem).join('')}</div>`
}

function galleryItem({ url, alt, caption: words }: Attachment): string {
  const under = words === '' ? '' : `<figcaption class="wp-caption-text gallery-caption">${words}</figcaption>`
  const picture = `<img src="${attributeText(url)}" alt="${attributeText(alt)}" />`
  return `<figure class="gallery-item">${picture}${under}</figure>`
}

function playlist({ attributes }: Shortcode, context: RawContext): string {
  const isFilm = attributes.type === 'video'
  const files = attachmentsFor(attributes, context, 'playlist', ({ url }) => (isFilm ? filmFile : soundFile).test(url))
  const items = files.map(
    ({ url, title }) => `<li><a href="${attributeText(url)}">${escapeText(title) || 'media'}</a></li>`,
  )
  return items.length === 0 ? '' : `<ol>${items.join('')}</ol>`
}

const soundFile = /\.(?:mp3|m4a|ogg|oga|wav|flac|wma)(?:$|[?#])/i
const filmFile = /\.(?:mp4|m4v|webm|ogv|mov|wmv|flv|avi)(?:$|[?#])/i
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic|ico)(?:$|[?#])/i

function isPicture({ url }: Attachment): boolean {
  return pictureFile.test(url)
}

/** The files of `ids`, else those that were uploaded to the post, less those of `exclude`. */
function attachmentsFor(
  attributes: Shortcode['attributes'],
  { attachments, postId, post, report }: RawContext,
  what: string,
  fits: (file: Attachment) => boolean,
): readonly Attachment[] {
  const wanted = numbersIn(attributes.ids ?? attributes.include)
  const excluded = new Set(numbersIn(attributes.exclude))
  if (wanted.length === 0) {
    const uploaded = attachments.ofPost(numbersIn(attributes.id)[0] ?? postId).filter(fits)
    return uploaded.filter(({ id }) => !excluded.has(id))
  }
  const missing = wanted.filter((id) => !attachments.byId(id))
  for (const id of missing) report('attachment-missing', { what, id }, { post })
  return wanted.flatMap((id) => attachments.byId(id) ?? [])
}

function numbersIn(list: string | undefined): readonly number[] {
  return (list ?? '')
    .split(/[\s,]+/)
    .filter((one) => /^\d{1,15}$/.test(one))
    .map(Number)
}

const sources = [
  'src',
  'mp3',
  'm4a',
  'ogg',
  'wav',
  'flac',
  'wma',
  'mp4',
  'm4v',
  'webm',
  'ogv',
  'mov',
  'wmv',
  'flv',
  'url',
]

/** Without an address it plays the file that was uploaded to the post. */
function player(name: 'audio' | 'video', { attributes }: Shortcode, { attachments, postId }: RawContext): string {
  const written = sources.map((key) => attributes[key]).find((value) => value) ?? attributes[0]
  const pattern = name === 'audio' ? soundFile : filmFile
  const url = written ?? attachments.ofPost(postId).find((file) => pattern.test(file.url))?.url
  if (url === undefined) return ''
  const poster = webAddress(attributes.poster)
  const shown = poster ? ` poster="${attributeText(poster)}"` : ''
  return `<${name} src="${attributeText(url.trim())}"${shown} controls></${name}>`
}

function paragraph(address: string): string {
  return address === '' ? '' : `<p>${address}</p>`
}

/** The editor writes references and breaks into formulas too. */
function plainTex(content: string): string {
  return content
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/&(?:amp|#0?38);/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .trim()
}

function attributeText(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;')
}
