// What of a book's accessibility can be measured, read from its content documents, and what a person must still look at.

import { readEntry, readZip } from './zip.js'

interface Measured {
  readonly count: number
  /** How many of them lack what they should have. */
  readonly lacking: number
}

/** Nothing of this is a claim to conform to a standard: that takes a person. */
export interface AccessibilityReport {
  readonly measured: {
    /** Content documents, and those that name no language. */
    readonly documents: Measured
    /** Headings, and those that skip a level or are empty. */
    readonly headings: Measured
    /** Pictures, and those without an `alt`; one that is empty marks a picture that only adorns. */
    readonly pictures: Measured
    /** Tables, and those without a header cell. */
    readonly tables: Measured
    /** Formulas in MathML, and those without an `alttext`. */
    readonly formulas: Measured
    /** Sound and video, and those without controls. */
    readonly media: Measured
  }
  /** In plain words. */
  readonly toCheck: readonly string[]
}

export function measureAccessibility(bytes: Uint8Array): AccessibilityReport {
  const documents = readZip(bytes)
    .filter(({ name }) => /\.x?html?$/i.test(name))
    .map((entry) => new TextDecoder().decode(readEntry(bytes, entry)).replace(/<!--.*?-->/gs, ''))
  const headings = documents.map(headingsOf)
  const measured: AccessibilityReport['measured'] = {
    documents: {
      count: documents.length,
      lacking: documents.filter((text) => !/<html\s[^>]*\blang="./.test(text)).length,
    },
    headings: { count: sum(headings.map(({ count }) => count)), lacking: sum(headings.map(({ lacking }) => lacking)) },
    pictures: lackingOf(documents, /<img\b[^>]*>/g, (tag) => !/\salt\s*=/.test(tag)),
    tables: lackingOf(documents, /<table[\s>].*?<\/table>/gs, (table) => !/<th[\s>]/.test(table)),
    formulas: lackingOf(documents, /<(?:\w+:)?math\b[^>]*>/g, (tag) => !/\salttext\s*=\s*["'][^"']/.test(tag)),
    media: lackingOf(documents, /<(?:audio|video)\b[^>]*>/g, (tag) => !/\scontrols/.test(tag)),
  }
  return { measured, toCheck: toCheck(measured) }
}

function lackingOf(documents: readonly string[], pattern: RegExp, lacks: (found: string) => boolean): Measured {
  const found = documents.flatMap((text) => text.match(pattern) ?? [])
  return { count: found.length, lacking: found.filter(lacks).length }
}

function headingsOf(text: string): Measured {
  const found = [...text.matchAll(/<h([1-6])(?:\s[^>]*)?>(.*?)<\/h\1>/gs)]
  const levels = found.map(([, level]) => Number(level))
  const lacking = found.filter(([, , content = ''], index) => {
    const isEmpty = content.replace(/<(?!img\b)[^>]*>/g, '').trim() === ''
    return isEmpty || (levels[index] ?? 0) - (levels[index - 1] ?? levels[index] ?? 0) > 1
  })
  return { count: found.length, lacking: lacking.length }
}

function toCheck({ pictures, tables, formulas, media }: AccessibilityReport['measured']): string[] {
  return [
    'Whether the text reads in a sensible order, and the headings say what stands below them.',
    'Whether each link says where it leads, also when it is read alone.',
    'Whether passages in another language are marked as such.',
    'Whether anything is told by colour, place or shape alone.',
    ...(pictures.count > 0
      ? ['Whether each alternative text tells what its picture tells, and each empty one stands at mere decoration.']
      : []),
    ...(tables.count > 0 ? ['Whether the header cells of each table head what stands beside or below them.'] : []),
    ...(formulas.count > 0 ? ['Whether each formula is read aloud as it is meant.'] : []),
    ...(media.count > 0 ? ['Whether sound and video have captions or a transcript.'] : []),
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
