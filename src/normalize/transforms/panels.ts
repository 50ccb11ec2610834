import { type ChildNode, type Element, isTag, placeOf, shownText } from '../dom.js'

import { isBlock } from '../schema.js'
import { classesOf, elementsIn, make, removeAll, setChildren, textNode, turnInto } from './edit.js'
import { headingLevels } from './panel-levels.js'
import { openTabs, type Panel } from './tabs.js'
import type { Transform, TransformContext } from './transform.js'

const titleClasses = new Set(
  (
    'wp-block-accordion-heading kt-accordion-header-wrap kt-blocks-accordion-header uagb-faq-questions-button elementor-tab-title ' +
    'et_pb_toggle_title vc_tta-panel-heading vc_toggle_title su-spoiler-title'
  ).split(' '),
)
// Inside a title: what holds its words and nothing else.
const wordClasses = new Set(
  (
    'wp-block-accordion-heading__toggle-title kt-blocks-accordion-title elementor-toggle-title elementor-accordion-title ' +
    'e-n-accordion-item-title-text vc_tta-title-text uagb-question stk-block-accordion__heading'
  ).split(' '),
)

/** Details, accordions, toggles and tabs stand open: a title and the text below it. */
export const panels: Transform = {
  name: 'panels',
  apply: (context) => {
    const { dom, marks } = context
    const isPlain = (element: Element) => !marks.faqs.has(element)
    const found = openTabs(elementsIn(dom.body, isPlain))
    elementsIn(dom.body, (element) => isPlain(element) && !addPanel(element, found))
    if (found.length === 0) return
    const levels = headingLevels(dom, new Map(found.map((panel) => [panel.item, panel])), marks)
    for (const panel of found) open(panel, levels.get(panel.item), context)
  },
}

/** Whether an element is the title of a panel; it is noted then. */
function addPanel(element: Element, found: Panel[]): boolean {
  const { parent } = element
  if (!parent || !isTag(parent)) return false
  const isSummary = element.name === 'summary' && parent.name === 'details'
  if (!isSummary && !classesOf(element).some((name) => titleClasses.has(name))) return false
  if (shownText(element) === '') return false
  found.push({ item: parent, title: element })
  return true
}

function open({ item, title }: Panel, level: number | undefined, { dom, report }: TransformContext): void {
  const by = level === undefined ? 'a bold paragraph' : 'a heading'
  report('replaced', { what: 'title of a folded part', by }, placeOf(dom, title))
  setChildren(title, wordsOf(title))
  if (level === undefined) {
    setChildren(title, [make('strong', title.children)])
    turnInto(title, 'p')
    return
  }
  for (const inner of elementsIn(item)) {
    const own = /^h([1-6])$/.exec(inner.name)?.[1]
    if (own !== undefined && inner !== title) inner.name = `h${Math.max(Number(own), Math.min(level + 1, 6))}`
  }
  turnInto(title, `h${level}`)
  if (item.name === 'details') turnInto(item, 'div')
}

/** The words of a title as phrasing content, without icons. */
function wordsOf(title: Element): ChildNode[] {
  const icons: Element[] = []
  const inside = elementsIn(title, (element) => {
    if (isIcon(element)) icons.push(element)
    return !isIcon(element)
  })
  removeAll(icons)
  const words = inside.find((element) => classesOf(element).some((name) => wordClasses.has(name)))
  for (const block of inside.filter(({ name }) => isBlock(name))) {
    turnInto(block, 'span')
    setChildren(block, [...block.children, textNode(' ')])
  }
  return (words ?? title).children
}

function isIcon(element: Element): boolean {
  if (element.name === 'svg') return true
  const isNamed = classesOf(element).some((name) => /(?:^|[-_])icon(?:$|[-_])/.test(name))
  return (isNamed || element.attribs['aria-hidden'] === 'true') && shownText(element).length < 2
}
