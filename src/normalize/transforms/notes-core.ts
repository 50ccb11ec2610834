import { type Element, parseInto, placeOf, select } from '../dom.js'
import { markNote, markReference, numberItems, removeEmptied } from './note-marks.js'
import type { Transform, TransformContext } from './transform.js'

/** Footnotes of the block editor; a note that the list lacks comes from the post's metadata. */
export const notesCore: Transform = {
  name: 'notes-core',
  apply: (context) => {
    const { $ } = context.dom
    const references = select(context.dom, 'sup.fn[data-fn]')
    if (references.length === 0) return
    const lists = $('.wp-block-footnotes').toArray()
    const items = new Map(lists.flatMap((list) => $(list).find('li[id]').toArray()).map((li) => [li.attribs.id, li]))
    for (const list of lists) numberItems(list)
    const taken = new Set<string>()
    for (const reference of references) {
      const id = reference.attribs['data-fn'] ?? ''
      if (!taken.has(id) && !take(context, id, items.get(id))) continue
      taken.add(id)
      markReference(context, reference, `core:${id}`)
    }
    for (const [id = '', item] of items) if (!taken.has(id)) keep(context, item)
    for (const list of lists) removeEmptied(context, list)
  },
}

function take(context: TransformContext, id: string, item: Element | undefined): boolean {
  const key = `core:${id}`
  if (item) {
    removeBacklinks(context, item)
    markNote(context, key, item.children, [id])
    context.dom.$(item).remove()
    return true
  }
  const known = context.post.footnotes?.find((note) => note.id === id)
  if (known) markNote(context, key, parseInto(context.dom, known.content), [id])
  return known !== undefined
}

function removeBacklinks({ dom }: TransformContext, item: Element): number {
  const backlinks = dom.$(item).find(`a[href$="-link"], a[href*="-link-"]`)
  const own = backlinks.filter((_, { attribs }) => (attribs.href ?? '').includes(`#${item.attribs.id}-link`))
  own.remove()
  return own.length
}

// Nothing refers to it: it stays where it stands, under its number.
function keep(context: TransformContext, item: Element): void {
  const { dom, report } = context
  if (removeBacklinks(context, item) > 0) {
    report('removed', { what: 'backlink of a note that nothing refers to' }, placeOf(dom, item))
  }
}
