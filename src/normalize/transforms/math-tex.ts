import { Element, Text } from 'domhandler'
import { type ChildNode, isTag, isText, select, textOf } from '../dom.js'
import { texSpans } from '../tex.js'
import { formulaOf, replaceByFormula } from './formula.js'
import type { Transform, TransformContext } from './transform.js'

/** TeX becomes MathML: pictures of formulas, elements that hold TeX, and TeX in the text between its signs. */
export const mathTex: Transform = {
  name: 'math-tex',
  apply: (context) => {
    for (const image of select(context.dom, 'img.latex, img[src*="latex.php?latex="]')) picture(context, image)
    for (const node of select(context.dom, '.katex-eq, .wp-katex-eq, .wp-katex')) {
      const display = node.attribs['data-katex-display'] === 'true' || node.attribs['data-display'] === 'true'
      replaceByFormula(context, node, textOf(node).trim(), display)
    }
    if (context.tex) inText(context, context.dom.body)
  },
}

function picture(context: TransformContext, image: Element): void {
  const tex = (image.attribs.alt || image.attribs.title || texOfAddress(image.attribs.src ?? '')).trim()
  const siblings = image.parent?.children ?? []
  const isAlone = siblings.every((child) => child === image || textOf(child).trim() === '')
  const isCentred = /text-align:\s*center/.test(
    image.parent && isTag(image.parent) ? (image.parent.attribs.style ?? '') : '',
  )
  if (tex !== '') replaceByFormula(context, image, tex, isAlone && isCentred)
}

function texOfAddress(address: string): string {
  const query = /[?&]latex=([^&#]*)/.exec(address)?.[1] ?? ''
  try {
    return decodeURIComponent(query.replaceAll('+', ' '))
  } catch {
    return ''
  }
}

const notText = new Set(
  'a button code iframe kbd math noscript option pre samp script select style svg textarea title tt var'.split(' '),
)
// Stands for a line break in the text that is searched: no text of a book may hold it.
const lineBreak = '\uFFFF'

function inText(context: TransformContext, parent: Element): void {
  let run: ChildNode[] = []
  const flush = () => {
    if (run.some((node) => isText(node) && /[$\\]/.test(node.data))) inRun(context, parent, run)
    run = []
  }
  for (const child of [...parent.children]) {
    if (isText(child) || (isTag(child) && child.name === 'br')) {
      run.push(child)
      continue
    }
    flush()
    if (isTag(child) && !notText.has(child.name)) inText(context, child)
  }
  flush()
}

// WordPress sets line breaks inside formulas too.
function inRun(context: TransformContext, parent: Element, run: readonly ChildNode[]): void {
  const text = run.map((node) => (isText(node) ? node.data.replaceAll(lineBreak, '') : lineBreak)).join('')
  const nodes: ChildNode[] = []
  let end = 0
  for (const span of texSpans(text)) {
    const tex = span.tex.replaceAll(lineBreak, '\n').trim()
    const math = formulaOf(context, tex, span.display, parent)
    if (!math) continue
    nodes.push(...plain(text.slice(end, span.start)), math)
    end = span.end
  }
  if (end === 0) return
  const { $ } = context.dom
  const [first, ...others] = run
  $(others).remove()
  if (first) $(first).replaceWith([...nodes, ...plain(text.slice(end))])
}

function plain(text: string): ChildNode[] {
  return text
    .split(lineBreak)
    .flatMap((part, index) => [...(index > 0 ? [new Element('br', {})] : []), ...(part === '' ? [] : [new Text(part)])])
}
