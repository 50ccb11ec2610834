// Cutting a document into runs, and the runs as documents.

import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Places } from '../../src/pdf/pages/places.js'
import { markRuns, splitRuns, withoutMarks } from '../../src/pdf/runs/cut.js'
import { destinationElsewhere, runDocuments } from '../../src/pdf/runs/documents.js'
import { inParallel } from '../../src/pdf/runs/parallel.js'
import { printerOfRuns } from '../../src/pdf/runs/print.js'
import { printedPlaces } from './printed-places.js'

interface Part {
  readonly page: number
  readonly length: number
  readonly hasBlank: boolean
}

function documentOf(parts: readonly Part[], front = '<nav id="contents" class="contents"><ol></ol></nav>\n'): string {
  const sections = parts.map(({ page, length, hasBlank }, index) => {
    const blank = hasBlank ? `<div class="blank" data-opens="c${index}"></div>\n` : ''
    return `${blank}<section id="c${index}" class="chapter" style="page: text-${page}"><p>${'x'.repeat(length)}<br/></p></section>\n`
  })
  return `<html><head><style>\n</style></head><body class="collection">\n${front}${sections.join('')}<div class="places" hidden="hidden"></div>\n</body>\n</html>`
}

const parts = fc
  .array(fc.record({ isNew: fc.boolean(), length: fc.integer({ min: 0, max: 900 }), hasBlank: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((list) => {
    let page = 0
    return list.map(({ isNew, ...part }, index): Part => {
      if (isNew || index === 0) page += 1
      return { ...part, page, hasBlank: part.hasBlank && (isNew || index === 0) }
    })
  })

describe('cutting', () => {
  it('loses nothing, and cuts only where a page begins', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 5000 }), (list, longest) => {
        const document = documentOf(list)
        const marked = markRuns(document, longest)
        expect(withoutMarks(marked)).toBe(document)
        const [, ...runs] = splitRuns(marked)
        const pages = runs.map((run) => new Set([...run.matchAll(/page: (text-\d+)/g)].map(([, page]) => page)))
        for (const run of runs) expect(run).toMatch(/^(<div class="blank" data-opens="c\d+"><\/div>\n)?<section /)
        // No page's name stands in two runs.
        const names = pages.flatMap((names) => [...names])
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })

  it('makes no run longer than it may be, but for one part that is', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1500, max: 5000 }), (list, longest) => {
        const own = list.map((part, index) => ({ ...part, page: index }))
        for (const run of splitRuns(markRuns(documentOf(own), longest)).slice(1, -1)) {
          expect(run.length).toBeLessThanOrEqual(longest)
        }
      }),
    )
  })

  it('leaves what fits as it is', () => {
    const document = documentOf([{ page: 1, length: 10, hasBlank: false }])
    expect(markRuns(document)).toBe(document)
    const counted = document.replace('<style>', '<style>@page { @bottom-right { content: counter(pages) } }')
    expect(markRuns(counted, 5)).toBe(counted)
  })

  it('sets what stands before the text apart, and counts pictures', () => {
    const chapter = '<section id="c0" style="page: text-1"><img src="a"/><img src="b"/></section>'
    const other = '<section id="c1" style="page: text-2"></section>'
    const front = '<section id="title" class="title-page"><h1>T</h1></section>'
    const marked = markRuns(`<html><body>${front}${chapter}${other}</body></html>`, 1900)
    expect(splitRuns(marked)).toEqual([`<html><body>${front}`, chapter, `${other}</body></html>`])
  })
})

describe('a run', () => {
  const head = `<html><head><style>
@counter-style text-1-recto { symbols: "a" }
@page text-1 { counter-increment: text-1 }
@page text-2 { counter-increment: text-2 }
@page text-20 { counter-increment: text-20 }
</style></head><body class="collection">`
  const marked = `${head}<nav><a href="#c1">1</a><a href="#s">2</a></nav><!--run--><section id="c1" class="chapter" style="page: text-1"><a href="#c2">2</a><a href="#c1">1</a></section><!--run--><div class="blank"></div><section id="c2" style="page: text-2"><h2 id="s">s</h2></section><div class="places" hidden="hidden"><a href="#c2"></a></div>
</body></html>`

  it('has the rules of its own pages, and links elsewhere for what it has not', () => {
    const [front, first, second] = runDocuments(marked)
    expect(front?.xhtml).not.toContain('text-1')
    expect(front?.xhtml).toContain('<a href="https://elsewhere.offprint.invalid/#c1">1</a>')
    expect(first?.xhtml).toContain('@page text-1 {')
    expect(first?.xhtml).toContain('text-1-recto')
    expect(first?.xhtml).not.toContain('@page text-2')
    expect(first?.xhtml).toContain('<a href="https://elsewhere.offprint.invalid/#c2">2</a><a href="#c1">1</a>')
    expect(first?.xhtml).toContain('<div hidden="hidden"><a href="#c1"></a></div></body></html>')
    expect(second?.xhtml).toContain('<div hidden="hidden"><a href="#c2"></a><a href="#s"></a></div></body></html>')
  })

  it('begins with as many pages too many as put it on its side, and with its number', () => {
    const documents = runDocuments(marked, [
      { page: 0, numbered: 0 },
      { page: 3, numbered: -1 },
      { page: 8, numbered: 5 },
    ])
    expect(documents.map(({ lead }) => lead)).toEqual([0, 1, 2])
    expect(documents[1]?.xhtml).toContain('@page run-lead:first { counter-increment: page 0 }')
    expect(documents[2]?.xhtml).toContain('@page run-lead:first { counter-increment: page 5 }')
    expect(documents[2]?.xhtml).toContain('<div class="run-lead"></div><div class="run-lead"></div><div class="blank">')
  })

  it('is the document itself where nothing is cut', () => {
    expect(runDocuments('<html><body/></html>')).toEqual([{ xhtml: '<html><body/></html>', lead: 0 }])
  })

  it('knows its links again', () => {
    expect(destinationElsewhere('https://elsewhere.offprint.invalid/#caf%C3%A9')).toBe('caf%C3%A9')
    expect(destinationElsewhere('https://example.org/#a')).toBeUndefined()
  })
})

describe('work on several things at a time', () => {
  it('gives the results in order, never does more at once, and begins nothing after a failure', async () => {
    let running = 0
    let most = 0
    const begun: number[] = []
    const work = async (item: number, index: number) => {
      begun.push(index)
      running += 1
      most = Math.max(most, running)
      await setTimeout(item % 3)
      running -= 1
      if (item === 99) throw new Error('no')
      return item * 2
    }
    expect(await inParallel([5, 4, 3, 2, 1], 2, work)).toEqual([10, 8, 6, 4, 2])
    expect(most).toBe(2)
    begun.length = 0
    await expect(inParallel([99, 1, 2, 3, 4, 5, 6, 7], 1, work)).rejects.toThrow('no')
    expect(begun).toEqual([0])
  })
})

describe('printing runs', () => {
  const state = (number: string) =>
    `<html><head><style></style></head><body><nav id="contents">${number}</nav><!--run--><section id="c1" style="page: text-1"></section><!--run--><section id="c2" style="page: text-2"></section></body></html>`

  /** The contents take two pages, a chapter three; a run's lead comes before it. */
  function printer(maxPages?: number) {
    const printed: string[] = []
    const print = printerOfRuns(
      async (xhtml, tagged) => {
        const id = /id="(contents|c\d)"/.exec(xhtml)?.[1] ?? ''
        const lead = xhtml.split('class="run-lead"').length - 1
        printed.push(`${id} ${tagged ? 'tagged' : 'plain'} ${lead}`)
        return printedPlaces(lead + (id === 'contents' ? 2 : 3), { [id]: lead })
      },
      { pagination: { front: 'contents', body: 'c1' }, concurrency: 1, maxPages },
    )
    return { print, printed }
  }

  it('finds the places in the whole, and prints again only what has changed', async () => {
    const { print, printed } = printer()
    const first = await print(state('0'), false)
    expect([first.places.pages, first.isInPlace]).toEqual([8, false])
    expect(['contents', 'c1', 'c2', 'none'].map(first.places.pageOf)).toEqual([0, 2, 5, undefined])
    const second = await print(state('0'), true, first.places)
    expect(second.isInPlace).toBe(true)
    expect(second.runs.map(({ lead }) => lead)).toEqual([0, 2, 1])
    printed.length = 0
    const third = await print(state('1'), true, second.places)
    expect(printed).toEqual(['contents tagged 0'])
    expect(third.places.pageOf('c2')).toBe(5)
    expect(third.runs[1]).toEqual(second.runs[1])
  })

  it('says when a run was printed for other pages than those on which it stands', async () => {
    const { print } = printer()
    const expected: Places = {
      pages: 9,
      pageOf: (id) =>
        new Map([
          ['c1', 3],
          ['c2', 6],
        ]).get(id),
    }
    expect((await print(state('0'), true, expected)).isInPlace).toBe(false)
  })

  it('stops at a book that is too long', async () => {
    await expect(printer(5).print(state('0'), false)).rejects.toMatchObject({ code: 'pages-too-many' })
  })
})
