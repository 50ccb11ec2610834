export { coverWords } from './cover.js'
export { designOf } from './design.js'
export { renderEpub } from './epub.js'
export { renderPrint } from './print.js'
