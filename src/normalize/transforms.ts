// What is done to the source's DOM before the clean tree is built from it: an ordered list, one fixture each.

import type { ReportFn } from '../diagnostics.js'
import { dividingHeadings, placeOf, type SourceDom, shownText } from './dom.js'

interface Transform {
  readonly name: string
  readonly apply: (dom: SourceDom, title: string, report: ReportFn) => void
}

const transforms: readonly Transform[] = [
  // Before anything counts as text: the buttons of a chat assistant's code blocks read like code once unwrapped.
  { name: 'pasted-chrome', apply: removePastedChrome },
  // Before the outline: a repeated title would put every other heading below it.
  { name: 'repeated-title', apply: removeRepeatedTitle },
]

/** Applies the list, in its order. */
export function applyTransforms(dom: SourceDom, title: string, report: ReportFn): void {
  for (const { apply } of transforms) apply(dom, title, report)
}

// Code blocks copied from a chat assistant carry their title bar and a “Copy” button above the code.
function removePastedChrome(dom: SourceDom, _title: string, report: ReportFn): void {
  for (const bar of dom.$('pre .contain-inline-size > *').not(':has(code)').not('code').toArray()) {
    report('removed', { what: 'title bar of a pasted code block' }, placeOf(dom, bar))
    dom.$(bar).remove()
  }
}

function removeRepeatedTitle(dom: SourceDom, title: string, report: ReportFn): void {
  const [first] = dividingHeadings(dom)
  if (first?.name !== 'h1' || fold(shownText(first)) !== fold(title)) return
  report('removed', { what: 'heading that repeats the title' }, placeOf(dom, first))
  dom.$(first).remove()
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
