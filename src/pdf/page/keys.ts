// What Chromium's tags do not tell: a formula, a note, a list of terms, the head of a table are all the same to it. But
// it hands on the language of an element as it is written. So each such element is printed with a subtag for private
// use (RFC 5646 §2.2.7) at the end of its language, by which it is known again among the tags, and which is then removed.

import { mathWords } from './math-words.js'
import { plainText } from './text.js'

export type KeyKind =
  | 'article'
  | 'aside'
  | 'div'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'math'
  | 'note'
  | 'ref'
  | 'rule'
  | 'sect'
  | 'toc'
  | 'toci'
  | 'thead'
  | 'tbody'
  | 'tfoot'

export interface Key {
  readonly kind: KeyKind
  /** The language that the markup gives the element itself. */
  readonly language?: string
  /** What is said in its place. */
  readonly text?: string
}

export interface KeyedPage {
  readonly xhtml: string
  readonly keys: readonly Key[]
}

const subtag = /-(?:x-)?opk-(\d+)$/

/** The number of the key at the end of a language, and the language without it. */
export function readKey(language: string): number | undefined {
  const found = subtag.exec(language)?.[1]
  return found === undefined ? undefined : Number(found)
}

interface Open {
  readonly name: string
  /** The language inside it. */
  readonly language: string
  readonly inContents: boolean
  /** `thead`, `tbody` or `tfoot`, for its rows. */
  readonly rows?: KeyKind
}

const tag = /<!--[\s\S]*?-->|<style[\s>][\s\S]*?<\/style>|<(\/?)([A-Za-z][^\s/>]*)([^<>]*?)(\/?)>/g
const simple: Readonly<Record<string, KeyKind>> = {
  article: 'article',
  aside: 'aside',
  dl: 'dl',
  dt: 'dt',
  dd: 'dd',
  hr: 'rule',
  math: 'math',
  section: 'sect',
}
const rowGroups: Readonly<Record<string, KeyKind>> = { thead: 'thead', tbody: 'tbody', tfoot: 'tfoot' }

/** The page with its keys, and with something in every cell: Chromium tags no cell that is empty. */
export function keyPage(xhtml: string): KeyedPage {
  const noteIds = new Set([...xhtml.matchAll(/<aside id="([^"]*)" class="note"/g)].map(([, id]) => id))
  const keys: Key[] = []
  const open: Open[] = []
  const keyed = xhtml.replace(
    tag,
    (whole: string, close: string | undefined, name: string | undefined, attributes = '', empty = '', at = 0) => {
      if (name === undefined) return whole
      if (close) {
        open.pop()
        return whole
      }
      const around = open.at(-1) ?? { name: '', language: 'und', inContents: false }
      const here = inside(around, name, attributes)
      if (!empty) open.push(here)
      const kind = kindOf(name, attributes, around, noteIds)
      if (kind === undefined) return withId(name, attributes, empty, whole, at)
      const language = attribute(attributes, 'lang')
      const text = kind === 'math' ? formula(xhtml, at, attributes) : undefined
      keys.push({ kind, ...(language === undefined ? {} : { language }), ...(text === undefined ? {} : { text }) })
      return write(name, attributes, empty, here.language, keys.length - 1)
    },
  )
  return { xhtml: keyed.replace(/(<t[dh](?:\s[^<>]*?)?)(?:\/>|>\s*<\/(t[dh])>)/g, filled), keys }
}

function filled(_: string, start: string): string {
  return `${start}>\u00A0</${start.slice(1, 3)}>`
}

function inside({ language, inContents }: Open, name: string, attributes: string): Open {
  const rows = rowGroups[name]
  return {
    name,
    language: attribute(attributes, 'lang') ?? language,
    inContents: inContents || (name === 'nav' && /\sclass="contents"/.test(attributes)),
    ...(rows ? { rows } : {}),
  }
}

function kindOf(
  name: string,
  attributes: string,
  around: Open,
  noteIds: ReadonlySet<string | undefined>,
): KeyKind | undefined {
  if (name === 'tr') return around.rows
  if (around.inContents && name === 'ol') return 'toc'
  if (around.inContents && name === 'li') return 'toci'
  if (name === 'aside' && /\sclass="note"/.test(attributes)) return 'note'
  if (name === 'a') return noteIds.has(attribute(attributes, 'href')?.slice(1)) ? 'ref' : undefined
  return simple[name]
}

/** Of inline elements Chromium tags only those that something may lead to. */
function withId(name: string, attributes: string, empty: string, whole: string, at: number): string {
  if (name === 'html' || attribute(attributes, 'lang') === undefined || /\sid="/.test(attributes)) return whole
  return `<${name}${attributes.trimEnd()} id="opk-at-${at}"${empty}>`
}

function write(name: string, attributes: string, empty: string, language: string, key: number): string {
  const own = `${language}${/(^|-)x-/i.test(language) ? '' : '-x'}-opk-${key}`
  const others = attributes.replace(/\s(?:xml:)?lang="[^"]*"/g, '').trimEnd()
  const id = /\sid="/.test(others) ? '' : ` id="opk-${key}"`
  return `<${name}${others}${id} lang="${own}" xml:lang="${own}"${empty}>`
}

/** What the author says of the formula, else its own signs, read out. */
function formula(xhtml: string, at: number, attributes: string): string {
  const said = attribute(attributes, 'alttext')
  if (said !== undefined && said.trim() !== '') return plainText(said)
  return mathWords(xhtml.slice(at, xhtml.indexOf('</math>', at)))
}

const patterns = { lang: /\slang="([^"]*)"/, href: /\shref="([^"]*)"/, alttext: /\salttext="([^"]*)"/ }

function attribute(attributes: string, name: keyof typeof patterns): string | undefined {
  return patterns[name].exec(attributes)?.[1]
}
