// Drawings that do more than draw, or that never end.

import { describe, expect, it } from 'vitest'
import { site } from '../net/world.js'
import { buildBook, restPost } from './books.js'

const svg = (inside: string, before = '') =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30">${inside}</svg>`

/** Ten entities of ten each: what billion laughs grows from. */
const laughs = [
  '<!DOCTYPE svg [<!ENTITY a0 "ha">',
  ...Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`),
  ']>',
].join('')

const refused: readonly (readonly [string, string, string])[] = [
  ['billion laughs', svg('<text>&a9;</text>', laughs), 'the drawing declares entities'],
  [
    'an external entity',
    svg('<text>&x;</text>', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    'the drawing declares entities',
  ],
  [
    'an inclusion',
    svg('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'),
    'the drawing includes other files',
  ],
  ['copies of copies', svg('<use href="#a"/>'.repeat(20)), 'the drawing takes too long to draw'],
  [
    'a size beyond all limits',
    '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"><rect width="9" height="9"/></svg>',
    'it has 100000 × 100000 pixels, more than 50 million',
  ],
]

const drawn = (origin: string): readonly (readonly [string, string])[] =>
  [
    ['a script', '<script>fetch("ORIGIN/script")</script><rect width="9" height="9" onload="fetch(\'ORIGIN/load\')"/>'],
    [
      'a picture elsewhere',
      '<image xlink:href="ORIGIN/picture.png" width="9" height="9"/><rect width="9" height="9"/>',
    ],
    ['a local file', '<image href="file:///etc/passwd" width="9" height="9"/><rect width="9" height="9"/>'],
    ['a style elsewhere', '<style>@import url(ORIGIN/style.css)</style><rect width="9" height="9"/>'],
    ['foreign content', '<foreignObject><iframe src="ORIGIN/frame"/></foreignObject><rect width="9" height="9"/>'],
  ].map(([name = '', inside = '']) => [name, inside.replaceAll('ORIGIN', origin)])

const address = 'https://press.example/wp-content/uploads/drawing.svg'
const content = `<p>Text.</p><p><img src="${address}" alt="A plan"></p>`

export function describeDrawings(): void {
  describe('a drawing', () => {
    it.each(refused)('with %s is refused', async (name, bytes, reason) => {
      const { warnings } = await buildBook(name, restPost(content), {}, { fetchBytes: async () => Buffer.from(bytes) })
      const told = `The picture ${address} is not in the book (${reason}); its place shows its alternative text and its address.`
      expect(warnings).toEqual([['picture-left-out', told]])
    })

    it('asks nobody for anything, runs nothing, and comes as pixels', async () => {
      const { origin, hits } = await site((_, response) => response.end('secret'))
      for (const [name, inside] of drawn(origin)) {
        const fetchBytes = async () => Buffer.from(svg(inside))
        const { warnings, files } = await buildBook(name, restPost(content), {}, { fetchBytes })
        expect([name, warnings]).toEqual([name, []])
        expect([...files.keys()].filter((path) => /\/images\/(?!cover\.)/.test(path))).toEqual([
          'EPUB/images/picture-01.png',
        ])
        expect([...files.values()].filter((text) => /<script|root:x:|<svg/.test(text))).toEqual([])
      }
      expect(hits).toEqual([])
    })
  })
}
