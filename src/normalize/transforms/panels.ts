import { type ChildNode, type Element, isTag, placeOf, shownText } from '../dom.js'
import { isBlock } from '../schema.js'
import { classesOf, elementsIn, make, removeAll, setChildren, textNode, turnInto } from './edit.js'
import { headingLevels } from './panel-levels.js'
import { openTabs, type Panel } from './tabs.js'
import { isTitle } from './titles.js'
import type { Transform, TransformContext } from './transform.js'

// Inside a title: what holds its words, beside what only serves to open the part.
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
    const found = openTabs(elementsIn(dom.body, isPlain), context)
    const tabs = new Set(found.map(({ item }) => item))
    const titled = new Map<Element, Element[]>()
    elementsIn(dom.body, (element) => isPlain(element) && !addTitle(element, titled))
    // Titles that stand together are labels that have lost their panels: they stay as text, as does what a tab has
    // for a title beside its label.
    for (const [item, [title, second]] of titled) if (title && !second && !tabs.has(item)) found.push({ item, title })
    if (found.length === 0) return
    const levels = headingLevels(dom, new Map(found.map((panel) => [panel.item, panel])), marks)
    for (const panel of found) open(panel, levels.get(panel.item), context)
  },
}

/** Whether an element is the title of its parent; it is noted then. */
function addTitle(element: Element, titled: Map<Element, Element[]>): boolean {
  const { parent } = element
  if (!parent || !isTag(parent)) return false
  const isSummary = element.name === 'summary' && parent.name === 'details'
  if (!isSummary && !isTitle(element)) return false
  if (shownText(element) === '') return false
  titled.set(parent, [...(titled.get(parent) ?? []), element].slice(0, 2))
  return true
}

function open({ item, title }: Panel, level: number | undefined, context: TransformContext): void {
  const by = level === undefined ? 'a bold paragraph' : 'a heading'
  const { dom, report } = context
  report('replaced', { what: 'title of a folded part', by }, placeOf(dom, title))
  setChildren(title, wordsOf(title, context))
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
function wordsOf(title: Element, { dom, report }: TransformContext): ChildNode[] {
  const icons: Element[] = []
  const inside = elementsIn(title, (element) => {
    if (isIcon(element)) icons.push(element)
    return !isIcon(element)
  })
  removeAll(icons)
  const all = shownText(title)
  const opener = inside.find(({ name, attribs }) => name === 'a' && attribs.href?.startsWith('#'))
  if (opener && shownText(opener) === all) {
    report('unwrapped', { what: 'link that opens a folded part' }, placeOf(dom, title))
    turnInto(opener, 'span')
  }
  const words = inside.find((element) => classesOf(element).some((name) => wordClasses.has(name)))
  for (const block of inside.filter(({ name }) => isBlock(name))) {
    turnInto(block, 'span')
    setChildren(block, [...block.children, textNode(' ')])
  }
  return (words && shownText(words) === all ? words : title).children
}

function isIcon(element: Element): boolean {
  if (element.name === 'svg') return true
  const isNamed = classesOf(element).some((name) => /(?:^|[-_])icon(?:$|[-_])/.test(name))
  return (isNamed || element.attribs['aria-hidden'] === 'true') && shownText(element).length < 2
}
