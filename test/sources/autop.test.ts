import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autop } from '../../src/sources/raw/autop.js'

const paragraphs = (raw: string) => autop([{ raw }]).trim()

describe('autop', () => {
  it.each([
    ['a blank line parts paragraphs', 'One.\n\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
    ['many blank lines part no more', 'One.\n \n\t\n\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
    ['line ends of every system', 'One.\r\n\r\nTwo.\rThree.', '<p>One.</p>\n<p>Two.<br />\nThree.</p>'],
    ['a single break stays one', 'One,\ntwo.', '<p>One,<br />\ntwo.</p>'],
    [
      'a written break and the end of its line are one',
      'One,<br>\ntwo,<br/>three.',
      '<p>One,<br />\ntwo,<br />\nthree.</p>',
    ],
    ['two written breaks part paragraphs', 'One.<br /><br />Two.', '<p>One.</p>\n<p>Two.</p>'],
    ['headings stand free', '<h2>Head</h2>\nText.', '<h2>Head</h2><p>Text.</p>'],
    ['a break in a heading', '<h2>Head\nline</h2>', '<h2>Head<br />\nline</h2>'],
    ['lists have no paragraphs', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['an item that its author parted', '<ul><li>a\n\nb</li></ul>', '<ul><li><p>a</p>\n<p>b</p>\n</li></ul>'],
    ['quotations have them always', '<blockquote>Said.</blockquote>', '<blockquote><p>Said.</p>\n</blockquote>'],
    ['a box in a line has none', '<div>Said.</div>', '<div>Said.</div>'],
    ['a box with empty lines has them', '<div>\n\nSaid.\n\n</div>', '<div><p>Said.</p>\n</div>'],
    ['text beside a box', 'One.\n<div>Two.</div>\nThree.', '<p>One.</p>\n<div>Two.</div><p>Three.</p>'],
    ['paragraphs that are there', '<p>One.</p>\n\n<p>Two.</p>', '<p>One.</p>\n\n<p>Two.</p>'],
    ['inline elements over lines', 'An <em>em\nphasis</em> here.', '<p>An <em>em<br />\nphasis</em> here.</p>'],
    ['a tag over lines', 'See <img\nsrc="a.jpg"\nalt="A"> here.', '<p>See <img\nsrc="a.jpg"\nalt="A"> here.</p>'],
    ['what is set as it is', '<pre>a\n\nb</pre>', '<pre>a\n\nb</pre>'],
    ['scripts', '<script>a\n\nb</script>', '<script>a\n\nb</script>'],
    ['a film in a paragraph', '<iframe src="x">\n\n</iframe>', '<p><iframe src="x">\n\n</iframe></p>'],
    ['tables', '<table>\n<tr>\n<td>a\nb</td>\n</tr>\n</table>', '<table>\n<tr>\n<td>a<br />\nb</td>\n</tr>\n</table>'],
    ['comments', 'One.\n\n<!-- a\n\nb -->\n\nTwo.', '<p>One.</p>\n<!-- a\n\nb --><p>Two.</p>'],
    ['the break for more', 'One.\n<!--more-->\nTwo.', '<p>One.</p>\n<!--more--><p>Two.</p>'],
    [
      'an address alone',
      'See\nhttps://example.org/v\nthere.',
      '<p>See</p>\n<p>https://example.org/v</p>\n<p>there.</p>',
    ],
    ['an address in a line', 'See https://example.org/v there.', '<p>See https://example.org/v there.</p>'],
    ['elements without an end', '<pre>a\n\nb', '<pre>a\n\nb'],
    ['a comment without an end', 'One <!-- two', '<p>One <!-- two</p>'],
    ['less than', 'a < b\n\nc > d', '<p>a < b</p>\n<p>c > d</p>'],
    ['nothing', ' \n\n ', ''],
  ])('%s', (_, raw, expected) => {
    expect(paragraphs(raw)).toBe(expected)
  })

  it('loses no word, and makes no paragraph in a paragraph', () => {
    const part = fc.constantFrom(
      ...['word ', 'two\n', '\n\n', '<br>', '<b>', '</b>', '<div>', '</div>', '<ul>', '<li>', '</li>', '</ul>', '<p>'],
      ...[
        '</p>',
        '<blockquote>',
        '</blockquote>',
        '<pre>',
        '</pre>',
        '<!--more-->',
        '<h2>',
        '</h2>',
        'https://a.org\n',
      ],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const raw = parts.join('')
        const words = (html: string) => load(html).text().replace(/\s+/g, '')
        const made = autop([{ raw }])
        expect(words(made)).toBe(words(raw))
        expect(load(made)('p p').length).toBe(0)
      }),
    )
  })
})
