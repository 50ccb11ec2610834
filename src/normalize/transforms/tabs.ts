// Tabs: a row of labels and a row of panels, told apart by order.

import { type Element, shownText } from '../dom.js'
import { childElements, classesOf, elementsIn, hasClass, make, removeAll, setChildren, textNode } from './edit.js'

/** A part of the text that a click would open, and its title. */
export interface Panel {
  readonly item: Element
  readonly title: Element
}

// `name>` means the elements inside one of that class.
interface TabsRow {
  readonly container: string
  readonly labels: string
  readonly panels: string
}

const rows: readonly TabsRow[] = [
  { container: 'wp-block-tabs', labels: 'wp-block-tabs__tab-label', panels: 'wp-block-tab' },
  { container: 'elementor-tabs', labels: 'elementor-tab-desktop-title', panels: 'elementor-tab-content' },
  { container: 'e-n-tabs', labels: 'e-n-tab-title', panels: 'e-n-tabs-content>' },
  { container: 'et_pb_tabs', labels: 'et_pb_tabs_controls>', panels: 'et_pb_tab' },
  { container: 'wp-block-kadence-tabs', labels: 'kt-tabs-title-list>', panels: 'kt-tab-inner-content' },
]
const rowOf = new Map(rows.map((row) => [row.container, row]))

// Labels that stand a second time: for small screens, or before panels that have titles of their own.
const repeated = new Set(['elementor-tab-mobile-title', 'vc_tta-tabs-container', 'kt-tabs-accordion-title'])

/** Puts each label at the head of its panel. Tabs whose labels and panels do not pair stay as they are. */
export function openTabs(elements: readonly Element[]): Panel[] {
  const gone: Element[] = elements.filter((element) => classesOf(element).some((name) => repeated.has(name)))
  removeAll(gone)
  const panels: Panel[] = []
  for (const container of elements) {
    const row = classesOf(container)
      .map((name) => rowOf.get(name))
      .find((found) => found !== undefined)
    if (row) panels.push(...pairsOf(container, row))
  }
  return panels
}

function pairsOf(container: Element, row: TabsRow): Panel[] {
  const inside = elementsIn(container, (element) => !hasClass(element, row.container))
  const labels = select(inside, row.labels)
  const panels = select(inside, row.panels)
  if (labels.length > 0 && labels.length !== panels.length) return []
  removeAll(labels)
  return panels.flatMap((item, index): Panel[] => {
    const label = labels[index]
    const said = item.attribs['data-tab-label'] ?? item.attribs['aria-label'] ?? ''
    const title = make('div', label ? label.children : [textNode(said)])
    if (shownText(title) === '') return []
    setChildren(item, [title, ...item.children])
    return [{ item, title }]
  })
}

function select(elements: readonly Element[], pattern: string): Element[] {
  if (!pattern.endsWith('>')) return elements.filter((element) => hasClass(element, pattern))
  const name = pattern.slice(0, -1)
  return elements.filter((element) => hasClass(element, name)).flatMap(childElements)
}
