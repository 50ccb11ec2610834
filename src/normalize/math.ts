// Formulas: MathML Core, and of MathML 3 what formulas on the web still use, schema-valid by construction.

import type { Builder } from './builder.js'
import { cleanCharacters } from './characters.js'
import { type ChildNode, type Element, isTag, isText, placeOf, textOf } from './dom.js'
import { mayKeepInMath } from './math-schema.js'
import { kindOf } from './schema.js'
import { element, isElement, type XNode } from './xhtml.js'

const tokens = new Set(['mi', 'mn', 'mo', 'ms', 'mtext'])
const groups = new Set(['maction', 'menclose', 'merror', 'mphantom', 'mpadded', 'mrow', 'msqrt', 'mstyle'])
/** How many children an element has; with another number it means nothing. */
const arity = new Map([
  ['mfrac', 2],
  ['mover', 2],
  ['mroot', 2],
  ['msub', 2],
  ['msubsup', 3],
  ['msup', 2],
  ['munder', 2],
  ['munderover', 3],
])

/** Builds a formula. Nothing where it would be empty. */
export function math(builder: Builder, node: Element): XNode[] {
  const content = contentOf(builder, node)
  if (content.length === 0) {
    builder.report('removed', { what: 'empty formula' }, placeOf(builder.dom, node))
    return []
  }
  const xmlns = 'http://www.w3.org/1998/Math/MathML'
  return [element('math', { xmlns, ...attributesOf(builder, node) }, content)]
}

/** The content of an element that holds elements: loose text becomes `mtext`. */
function contentOf(builder: Builder, node: Element): XNode[] {
  const out: XNode[] = []
  let loose = ''
  const flush = () => {
    const text = tokenText(loose)
    if (text !== '') out.push(element('mtext', {}, [text]))
    loose = ''
  }
  for (const part of node.children.flatMap((child) => partOf(builder, child))) {
    if (isElement(part)) {
      flush()
      out.push(part)
    } else {
      loose += part
    }
  }
  flush()
  return out
}

function partOf(builder: Builder, node: ChildNode): XNode[] {
  if (isText(node)) return [node.data]
  if (!isTag(node)) return []
  const { name } = node
  if (tokens.has(name)) return [element(name, attributesOf(builder, node), textIn(node))]
  if (name === 'mspace') return [element(name, attributesOf(builder, node), [])]
  if (groups.has(name)) return [element(groupName(name), attributesOf(builder, node), contentOf(builder, node))]
  if (arity.has(name)) return [ofArity(builder, node)]
  if (name === 'semantics') return semantics(builder, node)
  if (name === 'mtable') return [table(builder, node)]
  if (name === 'mmultiscripts') return [multiscripts(builder, node)]
  return otherPart(builder, node)
}

// What a reader cannot act on is a group.
function groupName(name: string): string {
  return name === 'maction' ? 'mrow' : name
}

function otherPart(builder: Builder, node: Element): XNode[] {
  const { dom, report } = builder
  const { name } = node
  if (['mprescripts', 'none'].includes(name)) return []
  const isGone = name.startsWith('annotation') || ['removed', 'media', 'picture'].includes(kindOf(name))
  if (isGone) {
    report('removed', { what: `element ${name} in a formula` }, placeOf(dom, node))
    return []
  }
  report('unwrapped', { what: `element ${name} in a formula` }, placeOf(dom, node))
  return name === 'mfenced' ? fenced(builder, node) : node.children.flatMap((child) => partOf(builder, child))
}

function fenced(builder: Builder, node: Element): XNode[] {
  const { open = '(', close = ')', separators = ',' } = node.attribs
  const separator = separators.trim().slice(0, 1)
  const parts = contentOf(builder, node).flatMap((part, index) =>
    index > 0 && separator !== '' ? [operator(separator), part] : [part],
  )
  return [element('mrow', {}, [operator(open), ...parts, operator(close)])]
}

function operator(text: string): XNode {
  return element('mo', {}, [tokenText(text)])
}

function ofArity(builder: Builder, node: Element): XNode {
  const content = contentOf(builder, node)
  if (content.length === arity.get(node.name)) return element(node.name, attributesOf(builder, node), content)
  const how = 'its parts stand in a row'
  builder.report('repaired', { what: `incomplete ${node.name} in a formula`, how }, placeOf(builder.dom, node))
  return element('mrow', {}, content)
}

// What the formula looks like, and the TeX of it; other annotations are for machines that no reader has.
function semantics(builder: Builder, node: Element): XNode[] {
  const isTex = (child: ChildNode): child is Element =>
    isTag(child) && child.name === 'annotation' && /^\s*application\/x-tex\s*$/i.test(child.attribs.encoding ?? '')
  const annotation = node.children.find(isTex)
  const tex = annotation && cleanCharacters(textOf(annotation)).text.trim()
  const parts = node.children.filter((child) => !isTex(child)).flatMap((child) => partOf(builder, child))
  const shown = parts.filter((part) => isElement(part) || part.trim() !== '')
  const [only, ...others] = shown.map((part) => (isElement(part) ? part : element('mtext', {}, [tokenText(part)])))
  if (!only) return []
  const content = others.length === 0 ? only : element('mrow', {}, [only, ...others])
  if (!tex) return [content]
  return [element('semantics', {}, [content, element('annotation', { encoding: 'application/x-tex' }, [tex])])]
}

function table(builder: Builder, node: Element): XNode {
  const rows = node.children.filter(isTag).filter(({ name }) => ['mlabeledtr', 'mtr'].includes(name))
  const built = rows.map((row) => {
    const cells = row.children.filter(isTag).filter(({ name }) => name === 'mtd')
    const cellsBuilt = cells.map((cell) => element('mtd', attributesOf(builder, cell), contentOf(builder, cell)))
    return element('mtr', attributesOf(builder, row), cellsBuilt)
  })
  return element('mtable', attributesOf(builder, node), built)
}

// A base and pairs of scripts after it, then pairs before it.
function multiscripts(builder: Builder, node: Element): XNode {
  const isEmptyScript = (child: ChildNode) => isTag(child) && ['mprescripts', 'none'].includes(child.name)
  const parts = node.children.flatMap((child) =>
    isEmptyScript(child) ? [element((child as Element).name, {}, [])] : partOf(builder, child),
  )
  const all = parts.filter(isElement)
  const split = all.findIndex(({ name }) => name === 'mprescripts')
  const after = split < 0 ? all.slice(1) : all.slice(1, split)
  const before = split < 0 ? [] : all.slice(split + 1)
  const isBase = all[0] !== undefined && !['mprescripts', 'none'].includes(all[0].name)
  const isWhole = isBase && after.length % 2 === 0 && before.length % 2 === 0
  if (isWhole && !before.some(({ name }) => name === 'mprescripts')) return element(node.name, {}, all)
  const how = 'its parts stand in a row'
  builder.report('repaired', { what: 'incomplete mmultiscripts in a formula', how }, placeOf(builder.dom, node))
  return element('mrow', {}, contentOf(builder, node))
}

function textIn(node: Element): XNode[] {
  const text = tokenText(textOf(node))
  return text === '' ? [] : [text]
}

function tokenText(text: string): string {
  return cleanCharacters(text)
    .text.replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/^ | $/g, '')
}

function attributesOf(builder: Builder, node: Element): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(node.attribs)) {
    if (name === 'xmlns') continue
    if (mayKeepInMath(node.name, name, value)) kept[name] = cleanCharacters(value).text
    else if (name === 'class' && cellClasses.has(value)) kept.class = cellClasses.get(value) ?? ''
    else builder.report('removed', { what: `attribute ${name.slice(0, 40)} of a formula` }, placeOf(builder.dom, node))
  }
  return kept
}

/** How the cells of aligned equations stand: MathML Core has no attribute for it. */
const cellClasses = new Map([
  ['tml-left', 'math-left'],
  ['tml-right', 'math-right'],
  ['math-left', 'math-left'],
  ['math-right', 'math-right'],
])
