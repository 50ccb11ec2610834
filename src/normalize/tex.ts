// TeX → MathML, and where TeX stands in text.

import type { Post } from '../model.js'

/** MathML of a formula, or nothing where it cannot be read. */
export type TexConverter = (tex: string, display: boolean) => string | undefined

// Formulas longer than this are none: a converter takes its time with them.
const longest = 10_000

const traces = /\$\$|\$latex|\\\(|\\\[|latex\.php\?|class=["'][^"']{0,200}(?:\blatex\b|katex-eq|wp-katex)|math\/tex/

/** Loads the converter, which is large, where one of the posts may hold TeX. */
export async function loadTex(posts: readonly Pick<Post, 'content'>[]): Promise<TexConverter | undefined> {
  if (!posts.some(({ content }) => traces.test(content))) return undefined
  const { default: temml } = await import('temml')
  return (tex, display) => {
    if (tex.length > longest) return undefined
    try {
      return temml.renderToString(tex, { displayMode: display, annotate: true, throwOnError: true, maxExpand: 500 })
    } catch {
      // Whatever it stumbles over, a formula nested too deeply among it, the post shows its TeX.
      return undefined
    }
  }
}

/** A formula in a text, with the signs round it. */
export interface TexSpan {
  readonly start: number
  readonly end: number
  readonly tex: string
  readonly display: boolean
}

interface Sign {
  readonly open: string
  readonly close: string
  readonly display: boolean
  readonly isFormula: (tex: string) => boolean
}

const signs: readonly Sign[] = [
  { open: '$latex', close: '$', display: false, isFormula: (tex) => /^\s/.test(tex) },
  { open: '$$', close: '$$', display: true, isFormula: (tex) => looksLikeTex(tex) && !isProse(tex) },
  { open: '\\(', close: '\\)', display: false, isFormula: (tex) => !isProse(tex) },
  // Markdown escapes brackets that are text: “\[sic\]”.
  { open: '\\[', close: '\\]', display: true, isFormula: (tex) => looksLikeTex(tex) && !isProse(tex) },
]

/** The formulas in a text. A single `$` is money, three are a price class. Linear: each sign is looked for once. */
export function texSpans(text: string): TexSpan[] {
  const found: TexSpan[] = []
  const exhausted = new Set<Sign>()
  const opening = /\$latex|\$+|\\\(|\\\[/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const sign = signs.find(({ open }) => open === match?.[0])
    if (!sign || exhausted.has(sign)) continue
    const start = match.index + sign.open.length
    const close = text.indexOf(sign.close, start)
    if (close < 0) exhausted.add(sign)
    const tex = close < 0 ? '' : text.slice(start, close)
    if (tex.trim() === '' || tex.length > longest || !sign.isFormula(tex)) continue
    const end = close + sign.close.length
    found.push({ start: match.index, end, tex: tex.trim(), display: sign.display })
    opening.lastIndex = end
  }
  return found
}

function looksLikeTex(tex: string): boolean {
  return /[\\^_={}+<>|/*-]/.test(tex) || /^\s*[a-z]\s*$/i.test(tex)
}

/** Two words in a row, outside of `\text{}`: no formula has them. */
function isProse(tex: string): boolean {
  if (tex.includes('\\')) return false
  const words = tex.split(/\s+/)
  return words.some((word, index) => isWord(word) && isWord(words[index + 1] ?? ''))
}

function isWord(text: string): boolean {
  return /^\p{L}{2,}[.,;:!?]?$/u.test(text)
}
