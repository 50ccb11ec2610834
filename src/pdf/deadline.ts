// How long a book may take to print where nobody says: a browser that hangs is to be noticed, a long book is to be
// finished.

import type { PrintDocument } from '../model.js'
import type { PrintSettings } from './settings.js'

const least = 120
/** Ten times what a slow machine needs for it, printed twice. */
const perMillion = 60

/** Seconds. */
export function deadlineOf(
  { xhtml }: Pick<PrintDocument, 'xhtml'>,
  { timeout }: Pick<PrintSettings, 'timeout'>,
): number {
  return timeout ?? least + Math.ceil((xhtml.length / 1e6) * perMillion)
}
