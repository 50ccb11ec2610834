import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { Cleaner } from '../../src/sources/xml/clean.js'
import { Faults } from '../../src/sources/xml/faults.js'
import { fieldOf, textOf } from '../../src/sources/xml/node.js'
import { createRecordReader } from '../../src/sources/xml/records.js'

function read(pieces: readonly string[]) {
  const faults = new Faults()
  const reader = createRecordReader({ input: 'x', maxInput: 1, faults })
  const nodes = [...pieces.flatMap((piece) => reader.write(piece)), ...reader.end()]
  const { report, diagnostics } = collect()
  faults.tell('x', report)
  const found = nodes.map((node) => [node.name, fieldOf(node, 'title'), fieldOf(node, 'content:encoded'), textOf(node)])
  return { found, said: diagnostics().map(({ message }) => message) }
}

const document = `Warning: x
<?xml version="1.0"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" title="a & b"><channel><title>T</title>
<item><title>A & B</title><content:encoded><![CDATA[<p>a\u0001 ]]> b</p>]]></content:encoded></item>
</strange><!-- & ]]> -->
<item><title>C &#8211; D</title><content:encoded><![CDATA[1]]]]><![CDATA[>2]]></content:encoded></item>
</channel></rss>`

describe('records', () => {
  it('come out the same wherever the pieces are cut', () => {
    const whole = read([document])
    expect(whole.found.map(([name, title, content]) => [name, title, content])).toEqual([
      ['title', '', ''],
      ['item', 'A & B', '<p>a ]]> b</p>'],
      ['item', 'C – D', '1]]>2'],
    ])
    expect(whole.said.map((message) => message.replace('x is not well-formed XML: ', ''))).toEqual([
      'text before the document, passed over (found: 1, first in line 1).',
      'characters that XML forbids, left out (found: 1, first in line 4).',
      'an & that begins no reference, kept as it is (found: 2, first in line 3).',
      'a CDATA section that ends within its text, joined again (found: 1, first in line 4).',
      'an end tag without a start tag, left out (found: 1, first in line 5).',
    ])
    fc.assert(
      fc.property(fc.array(fc.nat(document.length), { maxLength: 12 }), (places) => {
        const cuts = [0, ...places.toSorted((a, b) => a - b), document.length]
        const pieces = cuts.slice(1).map((end, index) => document.slice(cuts[index], end))
        const { found, said } = read(pieces)
        expect(found).toEqual(whole.found)
        expect(new Set(said)).toEqual(new Set(whole.said))
      }),
    )
  })

  it('are refused where one is over the limit', () => {
    const faults = new Faults()
    const reader = createRecordReader({ input: 'x', maxInput: 1, faults })
    reader.write('<rss><channel><item><title>')
    const writeMuch = () => {
      for (let n = 0; n < 20; n += 1) reader.write('a'.repeat(100_000))
    }
    expect(writeMuch).toThrow('The content of post in line 1 is over 1 MB; the limit is 1 MB.')
  })

  it('keep what is deeper than anything is looked at', () => {
    const deep = `${'<b>'.repeat(2000)}x${'</b>'.repeat(2000)}`
    const { found } = read([`<rss><channel><item><title>${deep}</title></item></channel></rss>`])
    expect(found[0]?.[1]).toBe(deep)
  })
})

describe('Cleaner', () => {
  it('changes nothing of what is well-formed', () => {
    const part = fc.constantFrom(
      '<a>',
      '</a>',
      'x',
      '&amp;',
      '&#8211;',
      '<![CDATA[ & < ]]>',
      '<!-- & -->',
      '<b c="d"/>',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const inner = parts.filter((one) => one !== '<a>' && one !== '</a>').join('')
        const text = `<r><a>${inner}</a></r>`
        const cleaner = new Cleaner((what) => expect.fail(what))
        expect(cleaner.write(text) + cleaner.end()).toBe(text)
      }),
    )
  })
})
