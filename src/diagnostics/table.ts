// The one table of every warning, error and loss, area by area.

import { epubErrors, epubSpoken } from './epub.js'
import { fetchingErrors, fetchingSpoken } from './fetching.js'
import { pdfErrors, pdfSpoken } from './pdf.js'
import { picturesErrors, picturesSpoken } from './pictures.js'
import { readingErrors, readingSpoken } from './reading.js'
import { runningErrors, runningSpoken } from './running.js'
import { textErrors, textSpoken } from './text.js'

export const errors = {
  ...runningErrors,
  ...readingErrors,
  ...fetchingErrors,
  ...textErrors,
  ...picturesErrors,
  ...epubErrors,
  ...pdfErrors,
}

export const spoken = {
  ...runningSpoken,
  ...readingSpoken,
  ...fetchingSpoken,
  ...textSpoken,
  ...picturesSpoken,
  ...epubSpoken,
  ...pdfSpoken,
}
