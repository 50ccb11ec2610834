import type { SourceHtml } from '../../model.js'
import { type Element, isTag, parseInto, select } from '../dom.js'
import { markNote, markReference, numberItems, removeEmptied } from './note-marks.js'
import type { Transform, TransformContext } from './transform.js'

const bottom = /#(easy-footnote-bottom-[\w-]+)$/

/** Notes of Easy Footnotes. Their addresses are absolute and may name another host; the title repeats the note. */
export const notesEasy: Transform = {
  name: 'notes-easy',
  apply: (context) => {
    const { $ } = context.dom
    const references = select(context.dom, 'span.easy-footnote')
    if (references.length === 0) return
    const lists = $('.easy-footnotes-wrapper').toArray()
    for (const list of lists) numberItems(list)
    const places = new Map(
      $('[id^="easy-footnote-bottom-"]')
        .toArray()
        .map((place) => [place.attribs.id ?? '', place]),
    )
    const taken = new Set<string>()
    for (const reference of references) {
      const link = $(reference).find('a[href*="#easy-footnote-bottom-"]')[0]
      const id = bottom.exec(link?.attribs.href ?? '')?.[1]
      if (!link || id === undefined || (!taken.has(id) && !take(context, id, places.get(id), link.attribs.title)))
        continue
      taken.add(id)
      const margin = $(reference).prev('span.easy-footnote-margin-adjust')
      margin.remove()
      markReference(context, reference, `easy:${id}`)
    }
    for (const list of lists) removeEmptied(context, list)
  },
}

function take(context: TransformContext, id: string, place: Element | undefined, title: string | undefined): boolean {
  const { $ } = context.dom
  const item = place && itemOf(place)
  if (item) {
    $(item).find('a.easy-footnote-to-top, span.easy-footnote-margin-adjust').remove()
    markNote(context, `easy:${id}`, item.children, [id])
    $(item).remove()
    return true
  }
  if (!title?.trim()) return false
  markNote(context, `easy:${id}`, parseInto(context.dom, title as SourceHtml), [id])
  return true
}

function itemOf(place: Element): Element | undefined {
  let up: Element | undefined = place
  while (up && up.name !== 'li') up = up.parent && isTag(up.parent) ? up.parent : undefined
  return up
}
