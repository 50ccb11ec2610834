import { type ChildNode, type Element, placeOf, textOf } from '../dom.js'
import { classesOf, elementsIn, make, removeAll, setChildren, textNode, turnInto } from './edit.js'
import type { Transform } from './transform.js'

// A highlighter's container, and the class of one line of code in it.
const highlighters: Readonly<Record<string, string>> = {
  'crayon-syntax': 'crayon-line',
  syntaxhighlighter: 'line',
  gist: 'blob-code',
  'hljs-ln': 'hljs-ln-code',
}

// What stands beside the code and is none of it: line numbers and the buttons for copying.
const beside = new Set(
  'gutter crayon-nums line-numbers-rows hljs-ln-numbers blob-num wp-block-code__copy code-block-pro-copy-button crayon-toolbar crayon-plain-wrap'.split(
    ' ',
  ),
)

/** Highlighters lay code out as a table with line numbers: it becomes plain code again. */
export const code: Transform = {
  name: 'code',
  apply: ({ dom, report }) => {
    const numbers: ChildNode[] = []
    const visit = (element: Element): boolean => {
      const classes = classesOf(element)
      // The code block says its programming language as if it were the text's.
      if (element.name === 'code') delete element.attribs.lang
      if (classes.some((name) => beside.has(name))) {
        report('removed', { what: 'line numbers or tools beside code' }, placeOf(dom, element))
        numbers.push(element)
        return false
      }
      const lineClass = classes.map((name) => highlighters[name]).find((name) => name !== undefined)
      const text = lineClass === undefined ? '' : codeOf(element, lineClass)
      if (text.trim() === '') return true
      report('replaced', { what: 'highlighted code', by: 'plain code' }, placeOf(dom, element))
      turnInto(element, 'pre')
      setChildren(element, [make('code', [textNode(text)])])
      return false
    }
    elementsIn(dom.body, visit)
    removeAll(numbers)
  },
}

// The gutter of some highlighters has lines too: they hold the numbers.
function codeOf(container: Element, lineClass: string): string {
  const all = elementsIn(container, (element) => !classesOf(element).some((name) => beside.has(name)))
  const lines = all.filter((element) => {
    const classes = classesOf(element)
    return classes.includes(lineClass) && !classes.some((name) => beside.has(name))
  })
  return lines
    .map((line) =>
      textOf(line)
        .replace(/\u00A0/g, ' ')
        .replace(/\n$/, ''),
    )
    .join('\n')
}
