// Where a big book is cut into runs: before parts that begin a page of their own, and by their length alone, so that
// the same book is cut at the same places on every machine.

/** Stands between two runs. No post keeps a comment. */
const cutMark = '<!--run-->'

/** Characters of markup in a run: about 200 pages. Beyond some 300, the time of Chromium's print grows faster than they do. */
export const longestRun = 400_000

/** What a picture counts for: about as much room as this many characters take. */
const pictureWeight = 1000

const tag = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][^\s/>]*)([^<>]*?)(\/?)>/g

/** Marks the places where the document is cut; one that fits into a run, or prints the number of all pages, stays whole. */
export function markRuns(xhtml: string, longest = longestRun): string {
  if (xhtml.slice(0, xhtml.indexOf('<body')).includes('counter(pages)')) return xhtml
  const starts = runStarts(xhtml, longest)
  let at = 0
  let marked = ''
  for (const start of starts) {
    marked += xhtml.slice(at, start) + cutMark
    at = start
  }
  return marked + xhtml.slice(at)
}

export function splitRuns(marked: string): readonly string[] {
  return marked.split(cutMark)
}

export function withoutMarks(marked: string): string {
  return marked.replaceAll(cutMark, '')
}

/** What stands before the text is a run of its own: it alone is printed anew when only the contents' numbers change. */
function runStarts(xhtml: string, longest: number): readonly number[] {
  const bodyAt = xhtml.indexOf('>', xhtml.indexOf('<body')) + 1
  if (weigh(xhtml, bodyAt, xhtml.length) <= longest) return []
  const openings = openingsOf(xhtml, bodyAt)
  const starts: number[] = []
  let from = bodyAt
  openings.forEach((opening, index) => {
    const end = openings[index + 1] ?? xhtml.length
    const isFirst = index === 0 && xhtml.slice(bodyAt, opening).trim() !== ''
    if (!isFirst && (index === 0 || weigh(xhtml, from, end) <= longest)) return
    starts.push(opening)
    from = opening
  })
  return starts
}

function weigh(xhtml: string, from: number, to: number): number {
  const pictures = xhtml.slice(from, to).split('<img').length - 1
  return to - from + pictures * pictureWeight
}

/** Where the parts of the body stand that begin a page, because it is one of another name, with their blank pages. */
function openingsOf(xhtml: string, bodyAt: number): readonly number[] {
  const openings: number[] = []
  let page = ''
  let blankAt: number | undefined
  for (const { at, attributes } of partsOf(xhtml, bodyAt)) {
    const own = /\sstyle="page: ([^";]*)"/.exec(attributes)?.[1] ?? page
    if (own !== page) openings.push(blankAt ?? at)
    page = own
    blankAt = / data-opens="/.test(attributes) ? at : undefined
  }
  return openings
}

/** The start tags of the body's own children. */
function* partsOf(xhtml: string, bodyAt: number): Generator<{ readonly at: number; readonly attributes: string }> {
  const tags = new RegExp(tag)
  tags.lastIndex = bodyAt
  let depth = 0
  for (let found = tags.exec(xhtml); found && depth >= 0; found = tags.exec(xhtml)) {
    const [, close, name, attributes = '', empty] = found
    if (name === undefined) continue
    if (depth === 0 && !close) yield { at: found.index, attributes }
    if (close) depth -= 1
    else if (!empty) depth += 1
  }
}
