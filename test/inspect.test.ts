// Inspecting: everything that is known of a post, and nothing built.

import { describe, expect, it } from 'vitest'
import { type BuildOptions, inspect } from '../src/index.js'

function input(content: string, more: object = {}): BuildOptions['input'] {
  return {
    id: 7,
    slug: 'a-post',
    link: 'https://press.example/a-post/',
    date: '2026-03-01T08:00:00',
    title: { rendered: 'A post' },
    content: { rendered: content },
    lang: 'en',
    ...more,
  }
}

const asked = '<h2>FAQ</h2><h3>Why?</h3><p>So.</p>'

describe('inspect', () => {
  it('tells the outline, the links by kind, the pictures and the losses', async () => {
    const content = `<h2 id="one">One</h2><p>Back to <a href="#one">one</a>, <a href="/about/">the site</a>,
      <a href="https://else.example/">elsewhere</a>, <a href="/shop/tea/">tea</a>,
      <a href="https://www.amazon.example/dp/1?tag=press-20">a book</a>,
      <a href="https://www.amazon.co.uk/dp/1">another</a>, <a href="https://aws.amazon.com/">servers</a>,
      <a href="mailto:a@b.example">mail</a>, <a href="tel:+46812345">call</a>.</p><h4></h4><h4>Two</h4>
      <p><img src="/a.jpg" width="40" height="30" alt="A leaf"><img src="/b.jpg"></p><script>x()</script>`
    const { posts, diagnostics } = await inspect({ input: input(content), author: ['Ada'] })
    expect(posts).toHaveLength(1)
    const [post] = posts
    expect(post).toMatchObject({ id: 7, url: 'https://press.example/a-post/', title: 'A post', direction: 'ltr' })
    expect(post?.outline).toMatchObject({ reason: 'stepped', dropped: 1, after: [{ level: 2 }, { level: 3 }] })
    expect(post?.links.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'in-post: one',
      'site: the site',
      'outside: elsewhere',
      'shop: tea',
      'shop: a book',
      'shop: another',
      'outside: servers',
      'contact: mail',
      'contact: call',
    ])
    expect(post?.pictures.map(({ address, alt, hasAlt }) => ({ address, alt, hasAlt }))).toEqual([
      { address: 'https://press.example/a.jpg', alt: 'A leaf', hasAlt: true },
      { address: 'https://press.example/b.jpg', alt: '', hasAlt: false },
    ])
    expect(post?.losses.map(({ count, what }) => `${count} ${what}`)).toContain('1 empty heading')
    expect(diagnostics.map(({ code }) => code)).not.toContain('author-unknown')
  })

  it('tells links between the posts of a book from others to their site', async () => {
    const other = { id: 8, slug: 'b', link: 'https://press.example/b/' }
    const links =
      '<p><a href="/b/#part">there</a> <a href="http://www.press.example/?p=8">short</a> <a href="/c/">c</a></p>'
    const { posts } = await inspect({ input: [input(links), input('<p>x</p>', other)] as never })
    expect(posts[0]?.links.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'in-book: there',
      'in-book: short',
      'site: c',
    ])
    const alone = await inspect({ input: input(links) })
    expect(alone.posts[0]?.links.map(({ kind }) => kind)).toEqual(['site', 'site', 'site'])
  })

  it('counts no reference to a note among the links', async () => {
    const content = `<p>Said.<sup data-fn="n1" class="fn"><a href="#n1" id="n1-link">1</a></sup></p>
      <ol class="wp-block-footnotes"><li id="n1">Here. <a href="#n1-link">↩</a></li></ol>`
    const { posts } = await inspect({ input: input(content) })
    expect(posts.map(({ links, notes }) => [links.length, notes.length])).toEqual([[0, 1]])
  })

  it('counts the words of languages without spaces', async () => {
    const { posts } = await inspect({ input: input('<p>東京は今日も雨です。</p>'), lang: 'ja' })
    expect(posts[0]?.words).toBeGreaterThan(3)
  })

  it('finds each post its hints, and warns of those that are not used', async () => {
    const posted = [input('<p>One.</p><aside>Two.</aside>'), input(asked, { id: 8, slug: 'b' })]
    const hints: BuildOptions['hints'] = {
      7: { drop: ['aside', '.none', '['], title: 'Another' },
      b: { faq: 'on', levels: { 'No such': 2 }, alt: { 'x.jpg': 'X' } },
      nobody: {},
    }
    const { posts, diagnostics } = await inspect({ input: posted, hints })
    expect(posts.map(({ title, faq }) => [title, faq.flatMap(({ questions }) => questions)])).toEqual([
      ['Another', []],
      ['A post', ['Why?']],
    ])
    expect(posts[0]?.losses.map(({ message }) => message)).toContain('element that a hint drops removed')
    const unused = diagnostics.filter(({ code }) => code === 'hint-unused').map(({ message }) => message)
    expect(unused).toEqual([
      'The hint “nobody” was not used: no post has this id, slug or address.',
      'The hint drop “.none” was not used: it matches nothing.',
      'The hint drop “[” was not used: it is no selector.',
      'The hint levels “No such” was not used: no heading reads so.',
      'The hint alt “x.jpg” was not used: no picture is called so.',
    ])
  })

  it('names a key of the hints that there is not', async () => {
    const hints = { 'a-post': { dorp: ['p'] } } as unknown as NonNullable<BuildOptions['hints']>
    await expect(inspect({ input: input('<p>One.</p>'), hints })).rejects.toMatchObject({
      code: 'usage-invalid',
      message: 'The options do not fit: hints.a-post.dorp: there is no such key.',
    })
  })

  it('stops when the caller has had enough', async () => {
    const signal = AbortSignal.abort()
    await expect(inspect({ input: input('<p>One.</p>') }, { signal })).rejects.toMatchObject({ code: 'interrupted' })
  })
})
