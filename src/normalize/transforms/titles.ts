// The titles of folded parts: the class names of blocks and plugins.

import { type Element, isTag } from '../dom.js'
import { classesOf } from './edit.js'
import { families } from './faq-families.js'

const titleClasses = new Set(
  (
    'wp-block-accordion-heading kt-accordion-header-wrap kt-blocks-accordion-header uagb-faq-questions-button elementor-tab-title ' +
    'et_pb_toggle_title vc_tta-panel-heading vc_toggle_title su-spoiler-title'
  ).split(' '),
)
const questionClasses = new Set(
  families.flatMap(({ question }) => (question.startsWith('.') ? [question.slice(1)] : [])),
)

/** Whether a class of an element says that it is the title of a folded part. */
export function isTitle(element: Element): boolean {
  return classesOf(element).some((name) => titleClasses.has(name))
}

/** A button that opens something, or names it: its words are a title of the text. */
export function isTitleButton(button: Element): boolean {
  const { attribs } = button
  if (attribs['aria-expanded'] !== undefined || attribs['aria-controls'] !== undefined) return true
  if (attribs.role === 'tab' || attribs['data-toggle'] === 'collapse' || attribs['data-bs-toggle'] === 'collapse')
    return true
  // Between a title and its button stand one or two elements at most.
  let around = button
  for (let level = 0; level < 4; level += 1) {
    if (namesPart(around)) return true
    if (!around.parent || !isTag(around.parent)) return false
    around = around.parent
  }
  return false
}

function namesPart(element: Element): boolean {
  if (/^(?:h[1-6]|summary)$/.test(element.name)) return true
  return isTitle(element) || classesOf(element).some((name) => questionClasses.has(name))
}
