// What is said of an EPUB, and of files that are to be checked.

import type { ErrorRow, SpokenRow } from './rows.js'

export const epubErrors = {
  'epub-check-failed': {
    severity: 'error',
    cause: 'check',
    message: 'The EPUB failed its check with {count|# error|# errors}, the first: {first}.',
    remedy: 'Nothing was written. This is a fault of Offprint: please report it with the post.',
  },
  'check-pdf-unsupported': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is a PDF; only EPUBs can be checked.',
    remedy: 'Name an EPUB; veraPDF checks PDFs.',
  },
  'check-input-too-large': {
    severity: 'error',
    cause: 'input',
    message: 'The input {input} is {size} MB; the limit is {limit} MB.',
    remedy: 'Raise the limit with --max-input if the file is to be trusted.',
  },
} as const satisfies Record<string, ErrorRow>

export const epubSpoken = {
  'page-list-incomplete': {
    severity: 'warning',
    message:
      'The {count|beginning of # page|beginnings of # pages} of the PDF ({pages}) {count|was|were} not found in the EPUB, whose page list lacks {count|it|them}.',
    remedy: 'Nothing need be done; compare the two there if people are to look up pages.',
  },
  'epub-check-warning': {
    severity: 'warning',
    message: 'The EPUB check says {id}: {text}.',
    remedy: 'The book was written; please report it with the post.',
  },
} as const satisfies Record<string, SpokenRow>
