// Themes and editions: what a book looks like. Each is a folder of the package, with its measures as JSON and its CSS;
// an edition lays its own over those of the theme.

import { readFileSync } from 'node:fs'
import type { Edition, Theme } from '../options/look.js'

/** The measures of a theme, from which every page size is reckoned. */
export interface Tokens {
  /** The page size where none is asked for. */
  readonly pageSize: string
  /** Style sheets of the @fontsource packages, `family/face`. */
  readonly fonts: readonly string[]
  /** The longest line, in characters; a line of text holds 45 to 75 (Bringhurst, 2.1.2). */
  readonly charactersPerLine: number
  /** The mean width of a character of the text face, in ems, measured on English prose. */
  readonly emPerCharacter: number
  /** Least and most points of the text face. */
  readonly size: readonly [least: number, most: number]
  /** Line to type size. */
  readonly leading: number
  /** The least margins, as parts of the page's height (top, bottom) and width (inner, outer). */
  readonly margins: { readonly top: number; readonly bottom: number; readonly inner: number; readonly outer: number }
  /** Whether the inner margin changes sides. */
  readonly mirrored: boolean
  /** Columns of text, where the page has room for two that read well. */
  readonly columns: 1 | 2
  /** How an article opens: with pages of its own for cover, title and contents, or with these above its text. */
  readonly opening: 'pages' | 'above'
  /** Millimetres by which text stands in from the headings, where the page has room. */
  readonly inset: number
  /** Millimetres of a column for the reader's own notes, where the page has room. */
  readonly notes: number
  /** How many of the sizes of tables may be used: 1 keeps them at the size of the text. */
  readonly tableSizes: number
  /** Whether lines that are long enough end at the same edge. */
  readonly justified: boolean
  /** Points of the running heads. @default 9.5 */
  readonly headSize?: number
  /** Of headings and rules. */
  readonly color: string
}

export interface Look {
  readonly tokens: Tokens
  /** Style sheets, in the order in which they override each other. */
  readonly sheets: readonly string[]
}

interface EditionFile {
  /** The theme where none is asked for. */
  readonly theme: Theme
  readonly tokens: Partial<Tokens>
}

const folder = new URL('../../styles/', import.meta.url)

/** The look of an edition in a theme. */
export function lookOf(edition: Edition = 'book', wanted?: Theme): Look {
  const layer = edition === 'book' ? undefined : read<EditionFile>(`editions/${edition}/edition.json`)
  const theme = wanted ?? layer?.theme ?? 'classic'
  const tokens = read<Tokens>(`themes/${theme}/theme.json`)
  const sheets = [`themes/${theme}/print`, ...(layer ? [`editions/${edition}/print`] : [])]
  return { tokens: { ...tokens, ...layer?.tokens }, sheets }
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T
}
