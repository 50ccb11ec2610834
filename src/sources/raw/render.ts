// Raw content, as WordPress keeps it and exports it, to what a site would show of it: what `content.rendered` of the
// REST API holds. Typographic marks that WordPress puts in while it shows a post are not put in.

import { autop } from './autop.js'
import { blockTokens, hasBlocks } from './blocks.js'
import type { RawContext } from './context.js'
import { shownInCode, shownPieces, withShortcodes } from './shortcodes.js'

/** Reusable blocks may hold one another many times over. */
const limits = { depth: 20, blocks: 1000, characters: 20_000_000 } as const

export function renderRaw(content: string, context: RawContext): string {
  const budget = { blocks: limits.blocks, characters: limits.characters }
  return shownInCode(render(content, { context, open: [], budget, told: new Set() }))
}

interface Rendering {
  readonly context: RawContext
  /** The reusable blocks that are being rendered, the outermost first. */
  readonly open: readonly number[]
  /** What reusable blocks may still come to. */
  readonly budget: { blocks: number; characters: number }
  /** The reusable blocks that the report names as missing. */
  readonly told: Set<number>
}

function render(content: string, rendering: Rendering): string {
  if (!hasBlocks(content)) return autop(shownPieces(content, rendering.context))
  const parts: string[] = []
  const stack: string[] = []
  for (const token of blockTokens(content)) {
    if ('html' in token) parts.push(htmlOf(token.html, stack.at(-1), rendering.context))
    else if (token.mark.kind === 'void') parts.push(emptyBlock(token.mark, rendering))
    else if (token.mark.kind === 'open') stack.push(token.mark.name)
    else {
      const at = stack.lastIndexOf(token.mark.name)
      if (at >= 0) stack.length = at
    }
  }
  return parts.join('')
}

/** What stands between two marks, by the block that it is of. */
function htmlOf(html: string, block: string | undefined, context: RawContext): string {
  // Outside of every block, and in those that keep what the classic editor wrote, paragraphs are not marked.
  const isClassic = block === undefined || block === 'core/freeform' || block === 'core/shortcode'
  if (isClassic) return html.trim() === '' ? html : autop(shownPieces(html, context))
  return block === 'core/html' || block === 'core/code' ? html : withShortcodes(html, context)
}

/** Blocks that come to nothing of their own in a book. */
const silent = new Set(['core/more', 'core/nextpage', 'core/spacer', 'core/separator', 'core/footnotes'])

interface EmptyBlock {
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
}

function emptyBlock({ name, attributes }: EmptyBlock, rendering: Rendering): string {
  const { post, report } = rendering.context
  if (name === 'core/block') return reusable(Number(attributes.ref), rendering)
  if (name === 'core/separator') return '<hr class="wp-block-separator" />'
  // The list of notes is made of the post's metadata, where the notes are.
  if (!silent.has(name)) {
    report('removed', { what: `block ${name.replace(/^core\//, '')} (filled by the site)` }, { post })
  }
  return ''
}

function reusable(ref: number, rendering: Rendering): string {
  const { context, open, budget, told } = rendering
  const content = context.reusable.get(ref)
  const refuse = (reason: string) => {
    if (!told.has(ref)) context.report('block-missing', { ref, reason }, { post: context.post })
    told.add(ref)
    return ''
  }
  if (content === undefined) return refuse('the export does not hold it')
  if (open.includes(ref)) return refuse('it holds itself')
  budget.blocks -= 1
  budget.characters -= content.length
  if (open.length >= limits.depth || budget.blocks < 0 || budget.characters < 0)
    return refuse('too many of them hold one another')
  return render(content, { ...rendering, open: [...open, ref] })
}
