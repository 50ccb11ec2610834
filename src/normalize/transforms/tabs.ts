// Tabs: a row of labels and a row of panels, told apart by order.

import { type Element, placeOf, shownText } from '../dom.js'
import { childElements, classesOf, elementsIn, hasClass, make, removeAll, setChildren, textNode } from './edit.js'
import type { TransformContext } from './transform.js'

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
  /** Labels that stand a second time, at each panel: for small screens or for panels that fold. */
  readonly again?: string
}

const rows: readonly TabsRow[] = [
  { container: 'wp-block-tabs', labels: 'wp-block-tabs__tab-label', panels: 'wp-block-tab' },
  {
    container: 'elementor-tabs',
    labels: 'elementor-tab-desktop-title',
    panels: 'elementor-tab-content',
    again: 'elementor-tab-mobile-title',
  },
  { container: 'e-n-tabs', labels: 'e-n-tab-title', panels: 'e-n-tabs-content>' },
  { container: 'et_pb_tabs', labels: 'et_pb_tabs_controls>', panels: 'et_pb_tab' },
  {
    container: 'wp-block-kadence-tabs',
    labels: 'kt-tabs-title-list>',
    panels: 'kt-tab-inner-content',
    again: 'kt-tabs-accordion-title',
  },
  { container: 'vc_tta-tabs', labels: 'vc_tta-tab', panels: 'vc_tta-panel', again: 'vc_tta-panel-heading' },
  { container: 'vc_tta-tour', labels: 'vc_tta-tab', panels: 'vc_tta-panel', again: 'vc_tta-panel-heading' },
]
const rowOf = new Map(rows.map((row) => [row.container, row]))

/** Puts each label at the head of its panel. Tabs whose labels and panels do not pair stay as they are. */
export function openTabs(elements: readonly Element[], context: TransformContext): Panel[] {
  const panels: Panel[] = []
  for (const container of elements) {
    const row = classesOf(container)
      .map((name) => rowOf.get(name))
      .find((found) => found !== undefined)
    if (row) panels.push(...pairsOf(container, row, context))
  }
  return panels
}

function pairsOf(container: Element, row: TabsRow, { dom, report }: TransformContext): Panel[] {
  const inside = elementsIn(container, (element) => !hasClass(element, row.container))
  const panels = select(inside, row.panels)
  const first = select(inside, row.labels)
  const again = row.again === undefined ? [] : select(inside, row.again)
  const labels = [first, again].find(({ length }) => length === panels.length) ?? []
  if (labels.length === 0 && first.length + again.length > 0) return []
  const said = new Set(labels.map(shownText))
  const repeated = (labels === first ? again : first).filter((label) => said.has(shownText(label)))
  for (const label of repeated) report('removed', { what: 'second label of a tab' }, placeOf(dom, label))
  removeAll([...labels, ...repeated])
  return panels.flatMap((item, index): Panel[] => {
    const label = labels[index]
    const named = item.attribs['data-tab-label'] ?? item.attribs['aria-label'] ?? ''
    const title = make('div', label ? label.children : [textNode(named)])
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
