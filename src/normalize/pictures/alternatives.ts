// Pictures that the post says nothing of.

import type { ReportFn } from '../../diagnostics.js'
import type { Picture } from '../../model.js'

/** Warns once for a post, at the first of them: a post that has one has often fifty. */
export function reportMissingAlternatives(pictures: readonly Picture[], post: string, report: ReportFn): void {
  const silent = pictures.filter(({ hasAlt }) => !hasAlt)
  const [first] = silent
  if (!first) return
  const heading = first.heading ? { heading: first.heading } : {}
  report('image-alt-missing', { count: silent.length }, { post, ...heading })
}
