// The places of pictures, until their files are in the book.

import { expect, it } from 'vitest'
import { renderEpub, renderPrint } from '../../src/render/index.js'
import { bookOf, postOf } from '../support/posts.js'

const content = `<figure><img src="https://press.example/bl%C3%A5.jpg" alt="A &quot;lamp&quot; &lt;lit&gt;"></figure>
<p><a href="https://press.example/page/"><img src="https://press.example/b.jpg" alt=""></a></p>
<p>In a line <img src="https://press.example/c.jpg" alt="Three">, and data
<img src="data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQ'.repeat(6)}" alt=""></p>
<h2>The <img src="https://press.example/d.jpg" alt="tower"> by the sea</h2><p>End. <a href="#e">Down</a></p>
<ul><li><img id="e" src="https://press.example/e.jpg" alt="Five"></li></ul>`

async function places(): Promise<string[]> {
  const { files } = renderEpub(await bookOf([postOf(content)]))
  const text = files.filter(({ path }) => path.includes('/text/')).map((file) => file.content)
  return [
    ...text
      .join('\n')
      .matchAll(/<span(?: id="[^"]*")? class="missing-picture.*?<\/span>(?=<\/a>|<\/p>|<\/li>|,| by|\n|$)/g),
  ].map(([place]) => place)
}

it('shows the alternative text and the address, as a link where none is round it', async () => {
  expect(await places()).toEqual([
    '<span class="missing-picture alone"><span class="description">A &quot;lamp&quot; &lt;lit&gt;</span> <a class="address" dir="ltr" href="https://press.example/bl%C3%A5.jpg">press.example/blå.jpg</a></span>',
    '<span class="missing-picture alone"><span class="description">Picture</span> <span class="address" dir="ltr">press.example/b.jpg</span></span>',
    '<span class="missing-picture"><span class="description">Three</span> <a class="address" dir="ltr" href="https://press.example/c.jpg">press.example/c.jpg</a></span>',
    '<span class="missing-picture"><span class="description">Picture</span></span>',
    '<span class="missing-picture"><span class="description">tower</span> <a class="address" dir="ltr" href="https://press.example/d.jpg">press.example/d.jpg</a></span>',
    '<span id="e" class="missing-picture"><span class="description">Five</span> <a class="address" dir="ltr" href="https://press.example/e.jpg">press.example/e.jpg</a></span>',
  ])
})

it('keeps titles plain in navigation and outline, and leaves no unfinished picture', async () => {
  const book = await bookOf([postOf(content)])
  const { xhtml, headings } = renderPrint(book, { pageSize: 'a5' })
  expect(headings.map(({ text }) => text)).toContain('The by the sea')
  const files = renderEpub(book).files.map((file) => String(file.content))
  expect([xhtml, ...files].filter((text) => text.includes('src="picture:'))).toEqual([])
  expect(files.find((text) => text.includes('epub:type="toc"'))).toContain('>The by the sea</a>')
})
