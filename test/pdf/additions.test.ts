import { describe, expect, it } from 'vitest'
import { withoutAdditions } from '../../src/pdf/pages/additions.js'

const list =
  '<section class="notes links" style="page: text-1"><h2 id="links">Links</h2><ol><li><a href="https://a.example/x-y">a.example<wbr/>/x<wbr/>-y</a></li><li>b.example</li></ol></section>'

describe('pages with nothing but addresses', () => {
  it('have no text of the book', () => {
    const pages = [
      ['Links', '1.', 'a.example/x-', 'y'],
      ['2.', 'b.example'],
      ['b.example', 'is a site'],
    ]
    expect(withoutAdditions(pages, `<body>${list}</body>`)).toEqual([[], [], ['b.example', 'is a site']])
  })

  it('are not those of pictures, nor of a book without links', () => {
    expect(withoutAdditions([['\u{FFFC}'], ['12']], list)).toEqual([['\u{FFFC}'], ['12']])
    expect(withoutAdditions([['Links']], '<body><p>Links</p></body>')).toEqual([['Links']])
  })
})
