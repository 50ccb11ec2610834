import type { SourceHtml } from '../../model.js'
import { type Element, isTag, parseSource, placeOf, select, textOf } from '../dom.js'
import { replaceByFormula } from './formula.js'
import type { Transform, TransformContext } from './transform.js'

/** What KaTeX and MathJax have set is there two or three times: of each formula the MathML stays, or its TeX. */
export const mathMarkup: Transform = {
  name: 'math-markup',
  apply: (context) => {
    const { $ } = context.dom
    for (const node of select(context.dom, '.katex')) katex(context, node)
    // A preview is what MathJax shows until it has set the formula.
    $(select(context.dom, '.MathJax_Preview')).remove()
    for (const node of select(context.dom, 'script[type^="math/"]')) mathJaxScript(context, node)
    const set = select(context.dom, 'mjx-container, .MathJax, .MathJax_CHTML, .MathJax_SVG')
    for (const node of set) mathJaxOutput(context, node)
  },
}

function katex(context: TransformContext, node: Element): void {
  const { $ } = context.dom
  if ($(node).parents('.katex').length > 0) return
  const display = $(node).parents('.katex-display').toArray()[0]
  const whole = display && $(display).find('.katex').length === 1 ? display : node
  const [math] = $(node).find('math').toArray()
  if (math && display) math.attribs.display = 'block'
  if (math) {
    keep(context, whole, math, 'markup of KaTeX')
    return
  }
  const text = textOf($(node).find('.katex-mathml').toArray()[0] ?? node).trim()
  context.report('replaced', { what: 'markup of KaTeX', by: 'its text' }, placeOf(context.dom, node))
  $(whole).replaceWith($('<span></span>').text(text))
}

function keep(context: TransformContext, whole: Element, math: Element, what: string): void {
  context.report('replaced', { what, by: 'its MathML' }, placeOf(context.dom, whole))
  context.dom.$(whole).replaceWith(math)
}

/** MathJax 2 leaves the source in a script after what it has set. */
function mathJaxScript(context: TransformContext, script: Element): void {
  const { $ } = context.dom
  const type = script.attribs.type ?? ''
  const source = textOf(script)
  const set = $(script).prev(
    '.MathJax, .MathJax_Display, .MathJax_CHTML, .MathJax_SVG, .MathJax_SVG_Display, .MJXc-display',
  )
  const isMarkup = type.startsWith('math/mml')
  const [math] = isMarkup
    ? parseSource(source as SourceHtml, context.dom.post)
        .$('math')
        .toArray()
    : set.find('math').toArray()
  if (math) keep(context, script, math, 'markup of MathJax')
  else if (isMarkup || !replaceByFormula(context, script, source, /mode\s*=\s*display/.test(type))) {
    if (set.length > 0) return
    $(script).replaceWith($('<span></span>').text(source))
  }
  set.remove()
}

function mathJaxOutput(context: TransformContext, node: Element): void {
  const { $ } = context.dom
  const inside = $(node).find('math').toArray()[0]
  const given = node.attribs['data-mathml']
  const math =
    inside ??
    (given
      ? parseSource(given as SourceHtml, context.dom.post)
          .$('math')
          .toArray()[0]
      : undefined)
  if (!math) return
  const above = node.parent && isTag(node.parent) && /\bMathJax\w*_Display\b/.test(node.parent.attribs.class ?? '')
  if (above || node.attribs.display === 'true') math.attribs.display = 'block'
  keep(context, above ? (node.parent as Element) : node, math, 'markup of MathJax')
}
