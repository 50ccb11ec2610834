export { coverWords } from './cover.js'
export { renderEpub } from './epub.js'
export { renderPrint } from './print.js'
