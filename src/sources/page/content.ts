// Which part of a page is its post.

import { plainText } from '../plain-text.js'
import type { PageDocument, PageElement } from './dom.js'

export interface Found {
  readonly html: string
  /** In words, for the report. */
  readonly how: string
}

/** What themes of WordPress put the text of a post into, the surest first. */
const containers = [
  '.wp-block-post-content',
  '.entry-content',
  '[itemprop="articleBody"]',
  '.post-content',
  '.post__content',
  '.post-body',
  '.article-content',
  '.elementor-widget-theme-post-content',
  '.et_pb_post_content',
  'article',
]

/** Too short for the text of a post, unless pictures stand in it; a character of Chinese or Japanese says as much as three. */
const shortest = 140
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** What stands in `article`, and in some of the others, beside the text. */
const beside =
  '.comments-area, #comments, #respond, .comment-respond, nav, .post-navigation, .entry-header, .entry-footer, .entry-meta, ' +
  '.post-meta, .author-box, .page-links, .post-password-form'

/** The main text of a page; undefined where there is none to tell from the rest. */
export async function contentOf(document: PageDocument): Promise<Found | undefined> {
  for (const selector of containers) {
    const found = [...document.querySelectorAll(selector)].filter((one) => !isInside(one, 'footer, aside, nav'))
    const best = longest(found)
    if (!best || !isEnough(best)) continue
    if (selector === 'article')
      for (const one of best.querySelectorAll(':scope > header, :scope > footer')) one.remove()
    for (const one of best.querySelectorAll(beside)) one.remove()
    if (isEnough(best)) return { html: best.innerHTML, how: `by its container ${selector}` }
  }
  return readable(document)
}

function isInside(element: PageElement, selector: string): boolean {
  const names = new Set(selector.split(', '))
  for (let up = element.parentElement; up; up = up.parentElement) if (names.has(up.localName)) return true
  return false
}

function longest(elements: readonly PageElement[]): PageElement | undefined {
  const size = ({ textContent }: PageElement) => textContent?.length ?? 0
  return elements.reduce<PageElement | undefined>(
    (best, one) => (best && size(best) >= size(one) ? best : one),
    undefined,
  )
}

function isEnough(element: PageElement): boolean {
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return isLong(words) || (words !== '' && element.querySelector('img, picture, video, audio') !== null)
}

function isLong(words: string): boolean {
  return words.replace(ideograph, '$&$&$&').length >= shortest
}

/** Loaded only here: a page that is no post of WordPress, or whose theme names its parts otherwise. */
async function readable(document: PageDocument): Promise<Found | undefined> {
  const { Readability } = await import('@mozilla/readability')
  // It takes the document apart: nothing is read from it afterwards.
  const read = new Readability(document as unknown as Document, { keepClasses: true }).parse()
  const html = read?.content ?? ''
  return isLong(plainText(html)) ? { html, how: 'by its density of words' } : undefined
}
