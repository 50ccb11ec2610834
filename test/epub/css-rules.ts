// The style sheet of an EPUB as rules, read by a real parser.

import { type CssNode, generate, parse, type WalkContext, walk } from 'css-tree'

export interface Rule {
  /** Each without the others of its list. */
  readonly selectors: readonly string[]
  /** The conditions it stands under, outermost first; none for one that always holds. */
  readonly conditions: readonly string[]
  readonly declarations: readonly { readonly property: string; readonly value: string }[]
}

export interface Sheet {
  readonly rules: readonly Rule[]
  readonly comments: readonly string[]
  readonly atRules: readonly string[]
  /** Lengths outside conditions, as `1.5em`. */
  readonly units: ReadonlySet<string>
}

/** Throws where the text is no CSS. */
export function readCss(css: string): Sheet {
  const comments: string[] = []
  const ast = parse(css, {
    onComment: (text) => comments.push(text),
    onParseError: (error) => {
      throw error
    },
  })
  const rules: Rule[] = []
  const units = new Set<string>()
  const names: string[] = []
  const conditions: string[] = []
  walk(ast, {
    enter(this: WalkContext, node: CssNode) {
      if (node.type === 'Atrule') {
        names.push(node.name)
        conditions.push(`@${node.name} ${node.prelude ? generate(node.prelude) : ''}`)
      }
      if (node.type === 'Dimension' && this.declaration) units.add(node.unit)
      if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return
      const declarations = node.block.children
        .toArray()
        .flatMap((one) => (one.type === 'Declaration' ? [{ property: one.property, value: generate(one.value) }] : []))
      const selectors = node.prelude.children.toArray().map((selector) => generate(selector))
      rules.push({ selectors, conditions: [...conditions], declarations })
    },
    leave(node: CssNode) {
      if (node.type === 'Atrule') conditions.pop()
    },
  })
  return { rules, comments, atRules: names, units }
}
