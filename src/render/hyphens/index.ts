// Justified text. The paragraphs of chapters are set to both edges where their words can be divided, that is, where the
// language has patterns and the line is long enough; lists, tables, captions and notes stay ragged. Chromium has no
// dictionaries of its own: words get soft hyphens, and `pdf/finish` takes out of the text those that divided nothing.

import type { Hyphenate } from '../../hyphens.js'
import { isBroad, lengthOnPage, textOf, withClass } from '../markup.js'
import { longestPart } from '../table-words.js'
import { hyphenatorsOf } from './patterns.js'
import { hyphenateText, lookBack } from './words.js'

/** A shorter line has gaps between its words (in characters). */
const shortestLine = 55
/** What a quotation takes away of a line, in characters. */
const quotationMargins = 7
/** What cannot be divided and is longer than this part of a line may leave a hole in the line before it. */
const longestUndivided = 1 / 3

/** A word of a table that its column has no room for. */
const longWord = '<span class="long-word">'

const tag = /<!--[\s\S]*?-->|<style[\s>][\s\S]*?<\/style>|<(\/?)([A-Za-z][^\s/>]*)([^<>]*?)(\/?)>/g
/** Languages that divide no words and are set to both edges all the same: their words are short. */
const undividedLanguages = /^(?:ar|bn|fa|gu|he|hi|mr|ne|pa|ps|ur|vi|yi)(?:-|$)/i
const nounLanguages = /^(?:de|lb)(?:-|$)/i

/** A word with which a paragraph ends, too short for a line of its own, and one before it that leaves no gap. */
const shortEnd = /([\s>])([^\s<>\u00AD]{1,3} [^\s<>\u00AD]{1,7})\s*$/

interface Open {
  readonly language: string
  /** Characters of a line; 0 where no text is justified. */
  readonly characters: number
}

/**
 * Justifies the paragraphs of a print document, whose lines have so many characters. Pure but for the patterns, which
 * are loaded for the languages that the document names.
 */
export async function justify(xhtml: string, characters: number): Promise<string> {
  if (characters < shortestLine && !xhtml.includes(longWord)) return xhtml
  const languages = new Set([...xhtml.matchAll(/\slang="([^"]*)"/g)].map(([, language = '']) => language))
  return justifyParagraphs(xhtml, characters, await hyphenatorsOf(languages))
}

function justifyParagraphs(xhtml: string, characters: number, hyphenators: Hyphenators): string {
  const parts: string[] = []
  const open: Open[] = []
  let from = 0
  tag.lastIndex = 0
  for (let found = tag.exec(xhtml); found; found = tag.exec(xhtml)) {
    const [whole, close, name, attributes = '', empty] = found
    if (close) open.pop()
    if (close || empty || name === undefined) continue
    const here = inside(open.at(-1) ?? { language: '', characters: 0 }, name, attributes, characters)
    open.push(here)
    const start = found.index + whole.length
    const divide = whole === longWord ? dividedWord : name === 'p' ? paragraph : undefined
    const done = divide?.(xhtml, start, here, attributes, hyphenators)
    if (!done) continue
    parts.push(xhtml.slice(from, found.index), done.markup)
    from = done.end
    tag.lastIndex = done.end
  }
  return parts.join('') + xhtml.slice(from)
}

/** Markup that stands for what ends at `end`. */
interface Done {
  readonly markup: string
  readonly end: number
}

type Hyphenators = ReadonlyMap<string, Hyphenate>

type Divide = (
  xhtml: string,
  start: number,
  here: Open,
  attributes: string,
  hyphenators: Hyphenators,
) => Done | undefined

const dividedWord: Divide = (xhtml, start, { language }, _, hyphenators) => {
  const end = xhtml.indexOf('</span>', start)
  const word = hyphenators.get(language)?.(xhtml.slice(start, end)) ?? ''
  // What its column may have no room for breaks anywhere.
  const isDivided = word !== '' && word.split('\u00AD').every((part) => part.length < longestPart)
  return isDivided ? { markup: `<span class="divided">${word}`, end } : undefined
}

const paragraph: Divide = (xhtml, start, here, attributes, hyphenators) => {
  if (!isJustified(here, attributes, hyphenators)) return undefined
  const end = xhtml.indexOf('</p>', start)
  const content = hyphenateParagraph(xhtml.slice(start, end), here.language, hyphenators)
  const form = hasLongPart(content, here.characters) ? 'divided' : 'justified'
  const isLonger = lengthOnPage(textOf(content)) > here.characters
  const text = isLonger ? content.replace(shortEnd, '$1<span class="bound">$2</span>') : content
  return { markup: `${withClass(`<p${attributes}`, form)}>${text}`, end }
}

function inside(around: Open, name: string, attributes: string, characters: number): Open {
  const language = languageOf(attributes) ?? around.language
  const names = classesOf(attributes)
  if (name === 'section' && names.some((one) => one === 'chapter' || one === 'introduction'))
    return { language, characters }
  if (name === 'blockquote') {
    const left = names.length === 0 ? around.characters - quotationMargins : 0
    return { language, characters: Math.max(0, left) }
  }
  const keeps = name === 'section' || name === 'p' || (name === 'div' && names.every((one) => one === 'answer'))
  return { language, characters: keeps ? around.characters : 0 }
}

/** What the author set otherwise stays as it is. */
function isJustified({ language, characters }: Open, attributes: string, hyphenators: Hyphenators): boolean {
  if (characters < shortestLine || !(hyphenators.has(language) || undividedLanguages.test(language))) return false
  return classesOf(attributes).every((name) => name === 'short' || name === 'lead-in')
}

/** Whether something in the text is so long, and cannot be divided, that its lines are better ragged. */
function hasLongPart(content: string, characters: number): boolean {
  const text = textOf(content.replace(/<(?:wbr|br|img)[^<>]*>/g, ' '))
  return text
    .split(/[\s\u00AD\u2010–—-]+/)
    .some((part) => lengthOnPage(part) > characters * longestUndivided && !isBroad(part))
}

interface Inline {
  readonly language: string
  readonly isPlain: boolean
}

/** Words that stand for something else, or that a reader types. */
const whole = /^<(?:a|abbr|code|kbd|samp|var|math|svg|sup|sub)[\s>]/

function hyphenateParagraph(content: string, language: string, hyphenators: ReadonlyMap<string, Hyphenate>): string {
  const open: Inline[] = [{ language, isPlain: true }]
  const tokens = content.match(/<[^<>]*>|[^<>]+/g) ?? []
  let before = ''
  return tokens
    .map((token, index) => {
      if (token.startsWith('<')) {
        if (/^<(?:br|img)\b/.test(token)) before = ''
        enter(open, token)
        return token
      }
      const inner = open.at(-1)
      const around = { before, after: characterAfter(tokens, index) }
      before = (before + token).slice(-lookBack)
      const hyphenate = inner?.isPlain ? hyphenators.get(inner.language) : undefined
      if (!inner || !hyphenate) return token
      return hyphenateText(token, { ...around, capitalisesNouns: nounLanguages.test(inner.language) }, hyphenate)
    })
    .join('')
}

function enter(open: Inline[], token: string): void {
  if (token.startsWith('</')) open.pop()
  else if (!token.endsWith('/>')) {
    const around = open.at(-1) ?? { language: '', isPlain: false }
    open.push({ language: languageOf(token) ?? around.language, isPlain: around.isPlain && !whole.test(token) })
  }
}

/** The first character of the next text; empty where none follows. */
function characterAfter(tokens: readonly string[], index: number): string {
  for (let next = index + 1; next < tokens.length; next++) {
    const token = tokens[next] ?? ''
    if (!token.startsWith('<')) return token.charAt(0)
  }
  return ''
}

function languageOf(attributes: string): string | undefined {
  return /\slang="([^"]*)"/.exec(attributes)?.[1]
}

function classesOf(attributes: string): readonly string[] {
  return (/\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ').filter((name) => name !== '')
}
