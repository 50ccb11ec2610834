// An article whose title stands above its text: what opens it, and how its text flows.

import { describe, expect, it } from 'vitest'
import type { Book, Raster } from '../../src/model.js'
import { inColumns } from '../../src/render/columns.js'
import type { PlacedPart } from '../../src/render/contexts.js'
import { renderPrint } from '../../src/render/index.js'
import { markInitials } from '../../src/render/initials.js'
import { canOpenAbove, openingPicture } from '../../src/render/opening.js'
import { article, chapter, section } from './book-fixture.js'
import { load } from './check-documents.js'

const raster = (width: number, height: number, mark = 1): Raster => ({ bytes: new Uint8Array([mark]), width, height })
const withPicture = (width: number, height: number): Book => ({
  ...article,
  cover: { reader: raster(10, 16), picture: { ...raster(width, height), mediaType: 'image/jpeg', alt: 'A loaf' } },
})
const magazine = (book: Book) => load(renderPrint(book, { theme: 'magazine' }).xhtml)

describe('the opening of an article', () => {
  it('has picture, title and contents above the text, and no page of their own', () => {
    const { pagination, assets, headings } = renderPrint(withPicture(1600, 1000), { theme: 'magazine' })
    const $ = magazine(withPicture(1600, 1000))
    expect($('.opening .picture img').attr('alt')).toBe('A loaf')
    expect([$('.cover').length, $('.title-page').length, $('.opening.upright').length]).toEqual([0, 0, 0])
    expect($('.opening .contents li').length).toBe($('.chapter').length)
    expect(assets[0]?.path).toBe('images/opening')
    expect(pagination?.body).toBe('title-page')
    expect(headings[0]?.text).toBe($('.opening h1').text())
  })

  it('has a high picture beside the title, and a small one not at all', () => {
    expect(magazine(withPicture(1000, 1500))('.opening.upright .picture').length).toBe(1)
    expect(magazine(withPicture(600, 400))('.opening .picture').length).toBe(0)
  })

  it('does not show a picture that the text shows, nor one of a cover of the user’s own', () => {
    const book = withPicture(1600, 1000)
    const asset = { id: 'a', path: 'images/a.jpg', mediaType: 'image/jpeg', ...raster(1600, 1000) } as const
    expect(openingPicture({ ...book, assets: [asset] })).toBeUndefined()
    expect(openingPicture({ ...book, cover: { ...book.cover, reader: raster(1, 1), isOwn: true } })).toBeUndefined()
    expect(openingPicture(book)?.alt).toBe('A loaf')
  })

  it('is not that of a book with texts of its own, or whose chapters begin on right-hand pages', () => {
    expect(canOpenAbove(article, false)).toBe(true)
    expect(canOpenAbove(article, true)).toBe(false)
    const own = { ...chapter(section('own', 'Preface', 1, '<p>Own.</p>')), matter: { place: 'front' } as const }
    expect(canOpenAbove({ ...article, body: [own, ...article.body] }, false)).toBe(false)
  })
})

describe('an initial', () => {
  const long = `<p>${'Nobody decided that hospitals should be loud. '.repeat(6)}</p>`
  const opened = (body: string, language = 'en') => {
    const [item] = markInitials({ ...article, body: [chapter(section('s', 'H', 1, body), language)] }).body
    return item?.kind === 'chapter' && item.content.kind === 'section' && item.content.body.includes('initial')
  }

  it('opens a first paragraph that is long enough for it', () => {
    expect(opened(long)).toBe(true)
  })

  it.each([
    ['a short paragraph', '<p>Nobody decided.</p>', 'en'],
    ['a list', `<ul><li>A</li></ul>${long}`, 'en'],
    ['a quotation mark', long.replace('Nobody', '“Nobody'), 'en'],
    ['a link', long.replace('Nobody', '<a href="#x">Nobody</a>'), 'en'],
    ['a small letter', long.replace('Nobody', 'nobody'), 'en'],
    ['a script without capitals', long.replace('Nobody', '没有人'), 'zh'],
    ['text that runs from the right', long, 'ar'],
  ])('does not open %s', (_, body, language) => {
    expect(opened(body, language)).toBe(false)
  })
})

describe('columns', () => {
  const part = (id: string, page: string, opens?: string) =>
    ({ template: 'print/introduction', id, page, titled: true, opens, blankPage: 'blank' }) as unknown as PlacedPart
  const cover = { template: 'print/cover', id: 'cover', opens: undefined, blankPage: 'blank' } as unknown as PlacedPart
  const flows = (parts: PlacedPart[], columns: 1 | 2) =>
    inColumns(parts, columns).map(({ beginsColumns, endsColumns }) => `${beginsColumns ?? ''}${endsColumns ? '.' : ''}`)

  it('hold what stands on pages of one name, and begin anew where a blank page may stand', () => {
    const parts = [cover, part('a', 'text-1'), part('b', 'text-1'), part('c', 'text-2'), part('d', 'text-2', 'd')]
    expect(flows(parts, 2)).toEqual(['', 'text-1', '.', 'text-2.', 'text-2.'])
    expect(flows(parts, 1)).toEqual(['', '', '', '', ''])
  })
})
