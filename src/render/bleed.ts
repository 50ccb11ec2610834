// Pages that run on past their trim: the same page with more paper around it.

import type { Metadata, PrintDocument, TypeArea } from '../model.js'
import type { Design, PrintSettings } from './design.js'

const points = 72 / 25.4

/** The design with margins that hold the bleed. Text stands where it stood. */
export function withBleed(design: Design, { bleed = 0 }: PrintSettings): Design {
  const { page } = design
  const more = round(bleed * points)
  const wider = { top: page.top + more, bottom: page.bottom + more, inner: page.inner + more, outer: page.outer + more }
  return { ...design, page: { ...page, ...wider, width: page.width + 2 * more, height: page.height + 2 * more } }
}

/** What the printer is told of the sheets, and where their lines may stand. */
export function sheetsOf(
  { page: trim }: Design,
  { page, mirrored }: Design,
  { bleed = 0, marks = false }: PrintSettings,
  { direction }: Metadata,
): Pick<PrintDocument, 'press' | 'area'> {
  const area: TypeArea = {
    width: page.width,
    inner: page.inner,
    // The column for notes is given up where the questions of a handout stand.
    outer: page.notes > 0 ? page.inner : page.outer,
    mirrored,
    rightToLeft: direction === 'rtl',
    turned: [page.top, page.bottom],
  }
  if (bleed === 0 && !marks) return { area }
  const size = { width: trim.width, height: trim.height }
  return { area, press: { bleed: round(bleed * points), marks, trim: size } }
}

/** As the style sheet has it. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}
