// The runs of a cut document as documents of their own, which are printed as they stand in the whole.

import { withoutPlaces } from '../pages/settle.js'
import { splitRuns } from './cut.js'

export interface RunDocument {
  readonly xhtml: string
  /** Pages before the first of the run, which are to be thrown away. */
  readonly lead: number
}

/** Where a run begins: its first page, from 0, and how many numbered pages stand before it. */
export interface RunStart {
  readonly page: number
  readonly numbered: number
}

/** A host that exists nowhere (RFC 2606 §2): links to other runs lead there until the runs are joined. */
const elsewhere = 'https://elsewhere.offprint.invalid/'

/** The name of the destination, if the address is that of a link to another run. */
export function destinationElsewhere(address: string): string | undefined {
  return address.startsWith(`${elsewhere}#`) ? address.slice(elsewhere.length + 1) : undefined
}

/** The id of the first part of a run, and whether a blank page stands before it. */
export function openingOf(body: string): { readonly id: string | undefined; readonly hasBlank: boolean } {
  const id = /<section(?=[^>]* style="page:)[^>]*? id="([^"]*)"/.exec(body)?.[1]
  return { id, hasBlank: /^\s*<div class="blank[^"]*"><\/div>/.test(body) }
}

/** Cuts the document at its marks; `starts` tells where each run begins, absent while nobody knows. */
export function runDocuments(marked: string, starts?: readonly RunStart[]): readonly RunDocument[] {
  if (splitRuns(marked).length === 1) return [{ xhtml: marked, lead: 0 }]
  const bodyAt = marked.indexOf('>', marked.indexOf('<body')) + 1
  const head = marked.slice(0, bodyAt)
  const bodies = splitRuns(withoutPlaces(marked.slice(bodyAt, marked.lastIndexOf('</body>'))))
  const { homes, wanted } = linksBetween(bodies, placesOf(marked))
  return bodies.map((body, run) => {
    const { id: first } = openingOf(body)
    const { lead, html, css } = run === 0 ? noLead : leadOf(starts?.[run])
    const ids = [...new Set([...(first === undefined ? [] : [first]), ...(wanted[run] ?? [])])]
    const places = ids.map((id) => `<a href="#${id}"></a>`).join('')
    const text = body.replace(link, (whole, before: string, id: string) => {
      const home = homes.get(id)
      return home === undefined || home === run ? whole : `${before}${elsewhere}#${id}"`
    })
    const xhtml = `${headOf(head, body, css)}${html}${text}<div hidden="hidden">${places}</div></body></html>`
    return { xhtml, lead }
  })
}

const link = /(<a\s[^>]*?\bhref=")#([^"]*)"/g

/** The ids of the links that do not show. */
function placesOf(marked: string): readonly string[] {
  const places = /<div class="places" hidden="hidden">([\s\S]*?)<\/div>/.exec(marked)?.[1] ?? ''
  return [...places.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => id)
}

/** In which run each id stands, and which ids of each run something outside it leads to. */
function linksBetween(bodies: readonly string[], places: readonly string[]) {
  const homes = new Map<string, number>()
  bodies.forEach((body, run) => {
    for (const [, id = ''] of body.matchAll(/ id="([^"]*)"/g)) homes.set(id, run)
  })
  const wanted = bodies.map(() => new Set<string>())
  for (const id of places) wanted[homes.get(id) ?? -1]?.add(id)
  bodies.forEach((body, run) => {
    for (const [, , id = ''] of body.matchAll(link)) {
      const home = homes.get(id)
      if (home !== run) wanted[home ?? -1]?.add(id)
    }
  })
  return { homes, wanted }
}

const noLead = { lead: 0, html: '', css: '' }

/**
 * The first page of a print is a right-hand one and has the number 1, and no style on an element changes that. So a run
 * begins with one page too many, or two: the number is set on the first of them.
 */
function leadOf({ page, numbered }: RunStart = { page: 0, numbered: 0 }) {
  const lead = page % 2 === 1 ? 1 : 2
  const margins = '@top-center { content: none } @bottom-center { content: none }'
  const css = `@page run-lead { counter-increment: page 0; ${margins} }
@page run-lead:first { counter-increment: page ${Math.max(0, numbered)} }
.run-lead { page: run-lead; height: 1pt; break-after: page }
`
  return { lead, html: '<div class="run-lead"></div>'.repeat(lead), css }
}

/** The head with the rules of those named pages alone that the run has: each rule costs time on every page. */
function headOf(head: string, body: string, css: string): string {
  const names = new Set([...body.matchAll(/\sstyle="page: ([^";]*)"/g)].map(([, name]) => name))
  return head
    .replace(/^@(?:counter-style|page) (text-\d+)(?=[-: ]).*\n/gm, (rule, name: string) =>
      names.has(name) ? rule : '',
    )
    .replace('</style>', () => `${css}</style>`)
}
