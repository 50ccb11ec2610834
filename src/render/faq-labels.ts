// What each FAQ of a document is called as a landmark: two landmarks of one name cannot be told apart (ARIA 1.2, §5.3.4).

import type { Faq, Section } from '../model.js'

/** The same part, every FAQ in it with a label of its own: its title, and a number where others bear the same. */
export function labelFaqs<Part extends Section | Faq>(part: Part): Part {
  return labelled(part, new Map())
}

function labelled<Part extends Section | Faq>(part: Part, used: Map<string, number>): Part {
  if (part.kind === 'section') return { ...part, sections: part.sections.map((one) => labelled(one, used)) }
  const { text } = part.title
  const count = (used.get(text) ?? 0) + 1
  used.set(text, count)
  return { ...part, label: count === 1 ? text : `${text} (${count})` }
}
