// Where players and embeds lead, in an address that a reader can open or type.

import { type Element, isTag } from '../dom.js'
import { targetOf } from '../links.js'
import { childElements, classesOf } from './edit.js'

const sources = ['data-src', 'data-lazy-src', 'src', 'data']

/** The address of what an element plays; lazy loading keeps it out of `src`. */
export function addressIn(element: Element, postUrl: string): string | undefined {
  const inner = childElements(element).filter(({ name }) => name === 'source' || name === 'embed')
  for (const { attribs } of [element, ...inner]) {
    for (const name of sources) {
      const target = targetOf(attribs[name] ?? '', postUrl)
      if (target.kind === 'outside' && /^https?:/.test(target.href)) return target.href
    }
  }
  return undefined
}

// The address of a player and that of the page which shows the same.
const pages: readonly (readonly [RegExp, string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})(?:[?#].*)?$/,
    'https://www.youtube.com/watch?v=',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d{1,20})(?:[?#].*)?$/, 'https://vimeo.com/'],
  [
    /^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w{1,20})(?:[?#].*)?$/,
    'https://www.dailymotion.com/video/',
  ],
  [/^https?:\/\/open\.spotify\.com\/embed\/([a-z]{1,20}\/\w{1,40})(?:[?#].*)?$/, 'https://open.spotify.com/'],
]

export function readableAddress(address: string): string {
  for (const [player, page] of pages) {
    const id = player.exec(address)?.[1]
    if (id !== undefined) return page + id
  }
  // WordPress's own player adds a number against caching.
  return address.replace(/\?_=\d{1,9}$/, '')
}

const providers: Readonly<Record<string, string>> = {
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  twitter: 'Twitter',
  instagram: 'Instagram',
  facebook: 'Facebook',
  spotify: 'Spotify',
  soundcloud: 'SoundCloud',
  tiktok: 'TikTok',
  flickr: 'Flickr',
  ted: 'TED',
  dailymotion: 'Dailymotion',
  wordpress: 'WordPress',
  reddit: 'Reddit',
  pinterest: 'Pinterest',
}

/** The provider that the embed block names round an element; empty where it names none that is known. */
export function providerOf(element: Element): string {
  const around = [element, element.parent, element.parent?.parent].filter((one) => !!one && isTag(one as Element))
  const names = around.flatMap((one) => classesOf(one as Element)).filter((name) => name.startsWith('is-provider-'))
  return names.map((name) => providers[name.slice('is-provider-'.length)]).find((name) => name !== undefined) ?? ''
}
