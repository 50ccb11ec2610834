// What is said of print: the browser, the pages, the look of them.

import type { ErrorRow, SpokenRow } from './rows.js'

export const pdfErrors = {
  'browser-not-found': {
    severity: 'error',
    cause: 'environment',
    message: 'No browser was found to print the PDF with ({tried}).',
    remedy: 'Install Chrome or Chromium, or name one with --browser PATH; an EPUB alone (-f epub) needs none.',
  },
  'browser-failed': {
    severity: 'error',
    cause: 'environment',
    message: 'The browser {browser} did not start ({reason}).',
    remedy: 'Try another one with --browser PATH; where no sandbox is possible, add --no-sandbox.',
  },
  'print-failed': {
    severity: 'error',
    cause: 'environment',
    message: 'The browser could not print the book ({reason}).',
    remedy: 'Run again with --verbose, and try another browser with --browser PATH.',
  },
  'print-timeout': {
    severity: 'error',
    cause: 'environment',
    message: 'The browser did not print the book within {seconds|# second|# seconds}, nor did a second one.',
    remedy: 'Give it more time with --timeout, or divide the book.',
  },
  'pages-too-many': {
    severity: 'error',
    cause: 'input',
    message: 'The PDF would have more than {limit|# page|# pages}.',
    remedy: 'Raise the limit with --max-pages, or make several books of it.',
  },
} as const satisfies Record<string, ErrorRow>

export const pdfSpoken = {
  'theme-color-darkened': {
    severity: 'warning',
    message: 'The colour {color} is too light to be read on white paper; {darker} was taken.',
    remedy: 'Choose a colour whose contrast to white is 4.5 to 1 at least.',
  },
  'measure-short': {
    severity: 'warning',
    message: 'A line holds {count|# character|# characters} on this page; 45 are the fewest that read well.',
    remedy: 'Choose a larger page with --page-size, or another edition or theme.',
  },
  'lines-overfull': {
    severity: 'warning',
    message:
      '{count|# line of the PDF leaves|# lines of the PDF leave} the type area and may be cut off ({where} of the file).',
    remedy: 'Choose a larger page with --page-size, or shorten in the post what cannot be broken there.',
  },
  'print-shrunk': {
    severity: 'warning',
    message:
      'Something in the book is wider than its page, so that the browser printed all of it at {percent} % of its size.',
    remedy: 'Choose a larger page with --page-size, or look in the post and in --css for what cannot be broken.',
  },
  'shop-links-shortened': {
    severity: 'note',
    message: 'The PDF prints {count|# link to a shop|# links to shops} with the name of the site alone.',
    remedy: 'Print the whole addresses with --shop-links keep.',
  },
  'shop-links-dropped': {
    severity: 'note',
    message: 'The PDF prints {count|# link to a shop|# links to shops} without any address.',
    remedy: 'Keep the links with --shop-links keep or short.',
  },
  'booklet-not-accessible': {
    severity: 'note',
    message: 'The booklet holds drawings of pages, without tags, outline and links.',
    remedy: 'Give readers of screens the PDF that is made beside it.',
  },
  'fit-impossible': {
    severity: 'warning',
    message: 'At the smallest type that reads well, {size} point, the PDF has {pages|# page|# pages} and not {wanted}.',
    remedy: 'Choose a larger page with --page-size, or make two handouts of the post.',
  },
  'fit-without-notes': {
    severity: 'note',
    message:
      'A second column of text stands in the place of the column for notes, so that the PDF has {pages|# page|# pages}.',
    remedy: 'Allow more pages with --fit to keep the column.',
  },
  'sandbox-off': {
    severity: 'note',
    message: 'The browser runs without its sandbox ({why}).',
    remedy: 'Run as another user than root, and without --no-sandbox, to have it.',
  },
  'glyphs-missing': {
    severity: 'warning',
    message: 'The fonts of the PDF lack {count|# character|# characters} of the text ({examples}).',
    remedy: 'Run "npm install {packages}" in your project and build again; the EPUB shows them as it is.',
  },
  'glyphs-unknown': {
    severity: 'warning',
    message:
      'The fonts of the PDF lack {count|# character|# characters} of the text ({examples}), and no package is known for {count|it|them}.',
    remedy: 'Read these parts in the EPUB, where the reader brings fonts of its own.',
  },
  'pdf-ua-not-claimed': {
    severity: 'warning',
    message:
      'The PDF does not claim to be accessible (PDF/UA-1): its own check found {count|# fault|# faults} ({first}).',
    remedy: 'Mend what it names in the post; the PDF itself can be read as it is.',
  },
  'pdf-a-not-claimed': {
    severity: 'warning',
    message: 'The PDF is not PDF/A-2b, which --pdf-a asks for: {reason}.',
    remedy: 'Mend what it names in the post, or build without --pdf-a.',
  },
  'glyphs-borrowed': {
    severity: 'note',
    message:
      '{count|# character|# characters} of the PDF ({examples}) {count|is|are} not in its own fonts and {count|stands|stand} in a font of this machine.',
    remedy: '{remedy}.',
  },
  'glyphs-regional': {
    severity: 'note',
    message:
      '{count|# character|# characters} of the PDF ({examples}) {count|is|are} drawn as another language draws {count|it|them}, in {used}.',
    remedy: 'Run "npm install {packages}" in your project and build again.',
  },
  'print-repeated': {
    severity: 'note',
    message: 'The browser had to be replaced while it printed ({reason}); the book was printed again.',
    remedy: 'If it happens often, give the machine more memory, or print fewer parts at a time with --concurrency.',
  },
  'page-numbers-unsettled': {
    severity: 'warning',
    message: 'The page numbers in the text of the PDF did not settle in {prints} prints; some may be wrong or missing.',
    remedy: 'Print on another page size, or with fewer levels of contents.',
  },
} as const satisfies Record<string, SpokenRow>
