// The places in a print document that only a print can fill: page numbers, and blank pages.

import type { Pagination } from '../../model.js'
import { plainText } from '../page/text.js'
import { labelsOf, numberingOf } from './labels.js'
import type { Places } from './places.js'

/** Whether a document has anything to fill; one that has not is printed once. */
export function hasPlacesToFill(xhtml: string): boolean {
  return / data-(page|opens)="/.test(xhtml)
}

// All of it is written by our own templates: no post keeps an attribute of this name.
const numbers = /(<span class="page-number" data-page="([^"]*)">)[^<]*(<\/span>)/g
const references =
  /(<span class="page-reference" id="([^"]*)" data-page="([^"]*)" data-words="([^"]*)">)[^<]*(<\/span>)/g
const blanks = /<div class="([^"]*)" data-opens="([^"]*)"><\/div>/g

/** The references that were shown once stay: one that comes and goes would never let the pages settle. */
type Shown = Set<string>

/** As the first print needs it: each number in the room that it will take, each reference shown. */
export function fillForMeasuring(xhtml: string): string {
  return xhtml
    .replace(numbers, '$1000$3')
    .replace(references, (_, before, __, ___, words: string, after) => `${before}${reference(words, '00')}${after}`)
}

/** As a print says that it must be. */
export function fillPlaces(xhtml: string, places: Places, pagination: Pagination | undefined, shown: Shown): string {
  const labels = labelsOf(numberingOf(places, pagination))
  const labelOf = (id: string) => labels[pageOf(places, id) ?? -1]
  return xhtml
    .replace(numbers, (_, before: string, id: string, after: string) => `${before}${labelOf(id) ?? ''}${after}`)
    .replace(references, (_, before: string, own: string, id: string, words: string, after: string) => {
      const label = labelOf(id)
      if (label !== undefined && pageOf(places, own) !== pageOf(places, id)) shown.add(own)
      const text = label !== undefined && shown.has(own) ? reference(words, label) : ''
      return `${before}${text}${after}`
    })
}

/** A bracket as wide as an ideograph brings its own space. */
function reference(words: string, label: string): string {
  return `${words.startsWith('（') ? '' : ' '}${words.replace('{page}', label)}`
}

/** The ids of what is to begin on right-hand pages, in their order. */
export function openersOf(xhtml: string): readonly string[] {
  return [...xhtml.matchAll(blanks)].map(([, , id = '']) => plainId(id))
}

/** Shows the blank pages that stand before some of them. */
export function fillBlanks(xhtml: string, before: ReadonlySet<string>): string {
  return xhtml.replace(blanks, (whole, name: string, id: string) =>
    before.has(plainId(id)) ? `<div class="${name}"></div>` : whole,
  )
}

function pageOf(places: Places, id: string): number | undefined {
  return places.pageOf(plainId(id))
}

/** Ids stand in the document as in markup. */
function plainId(id: string): string {
  return id.includes('&') ? plainText(id) : id
}
