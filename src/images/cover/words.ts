// The words of a cover: bare of what cannot be shown, and no longer than a cover can hold.

import type { ReportFn } from '../../diagnostics.js'
import { wantedPackages } from '../../fonts/wanted.js'
import { shortenedTo } from './block.js'
import { type FontRoots, facesFor, invisible } from './faces.js'
import { graphemes } from './pieces.js'
import { type Family, familiesFor } from './scripts.js'
import type { Setting } from './shape.js'

/** What a cover says. */
export interface CoverText {
  readonly title: string
  readonly subtitle?: string | undefined
  /** Empty where nobody is named. */
  readonly authors: string
  /** The site or the publisher. */
  readonly imprint?: string | undefined
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** What the colours are chosen by. */
  readonly identifier: string
}

/** A text that can be set, and how. */
export interface SettableText {
  readonly text: string
  readonly setting: Setting
}

/** Of title, subtitle, names and imprint each: more would be a page of text, and cost time in vain. */
const longest = 300

/** Without control characters, and those that turn the direction round. */
function bareText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cn}\p{Co}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A text as a cover shows it; the rest of the book has it whole. */
export function coverWords(given: string): { readonly shown: string; readonly isCut: boolean } {
  const text = bareText(given)
  const isCut = graphemes(text).length > longest
  return { shown: isCut ? shortenedTo(longest, text) : text, isCut }
}

/** The text less the words that no font has, each of them named once. */
export async function settable(
  text: string,
  family: Family,
  { language, direction }: CoverText,
  roots: FontRoots,
  missing: Set<string>,
): Promise<SettableText> {
  const faces = await facesFor(`${text}…-n`, family, language, roots)
  const isMissing = new Set(faces.missing)
  for (const character of isMissing) missing.add(character)
  const words = text.split(' ').flatMap((word) => {
    // A sign may be left out of a word, a letter may not.
    const rest = [...word].filter((one) => !isMissing.has(one) || /[\p{L}\p{M}\p{N}]/u.test(one)).join('')
    return rest.replace(invisible, '') !== '' && ![...rest].some((one) => isMissing.has(one)) ? [rest] : []
  })
  return { text: words.join(' '), setting: { faces, language, direction } }
}

/** Says once which characters are not on the cover, and which packages have them. */
export function reportMissing(missing: ReadonlySet<string>, language: string, report: ReportFn): void {
  if (missing.size === 0) return
  const packages = wantedPackages([...missing].map((one) => familiesFor(one, language)))
  const names = packages.map((name) => `@fontsource/${name}`).join(' ')
  const shown = [...missing].slice(0, 8).join(' ')
  report('cover-glyphs-missing', {
    characters: missing.size > 8 ? `${shown} …` : shown,
    remedy:
      names === '' ? 'Name a cover of your own with --cover' : `Run "npm install ${names}" where you run Offprint`,
  })
}
