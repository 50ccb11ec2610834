// One post by its address, and the posts of a site.

import { describe, expect, it } from 'vitest'
import { failureOf } from '../../net/world.js'
import { makeContent, makePost } from '../../wordpress/content.js'
import { paths, read, wordpress } from './world.js'

describe('the address of a post', () => {
  it('gives that post, whole, with its author, terms and picture', async () => {
    const content = makeContent(2)
    Object.assign(content.posts[1] ?? {}, { featured: 31, tags: [21] })
    const site = await wordpress({}, content)
    const { posts, said } = await read(`${site.home}/loaf-2/`)
    expect(posts).toMatchObject([
      {
        id: 102,
        url: `${site.home}/loaf-2/`,
        slug: 'loaf-2',
        title: 'Loaf 2 &#8211; water',
        authors: [{ name: 'Olof Ek', url: `${site.home}/author/olof/` }],
        published: '2020-01-02T09:00:00+01:00',
        terms: [
          { taxonomy: 'category', name: 'Wheat & spelt' },
          { taxonomy: 'post_tag', name: '2024' },
        ],
        featuredImage: { url: `${site.origin}/wp-content/uploads/2024/01/loaf.jpg`, alt: 'A loaf on a table' },
      },
    ])
    expect(said).toEqual([])
    expect(paths(site)).toEqual(['/loaf-2/', '/wp-json/wp/v2/posts/102'])
  })

  it.each([
    ['header', { announces: ['header'] as const }],
    ['markup', { announces: ['markup'] as const }],
    ['no link', { announces: [] }],
    ['plain permalinks', { permalinks: 'plain' as const }],
    ['plain permalinks and no link', { permalinks: 'plain' as const, announces: [] }],
    ['a language in the path', { prefix: '/en' }],
    ['a language in the path and no link', { prefix: '/en', announces: [] }],
    ['a folder and no link', { prefix: '/bakery', announces: [] }],
    ['pages that are barred', { pages: false }],
  ])('is enough with %s', async (_, settings) => {
    const site = await wordpress(settings)
    expect((await read(`${site.home}/loaf-2/`)).slugs).toEqual(['loaf-2'])
  })

  it('may be a page, a type of the site’s own, or without pretty permalinks', async () => {
    const content = makeContent(1)
    content.posts.push(
      makePost({ id: 7, type: 'page', slug: 'about' }),
      makePost({ id: 8, type: 'recipe', slug: 'rolls' }),
    )
    const site = await wordpress({ announces: [] }, content)
    for (const [path, slug] of [
      ['about/', 'about'],
      ['rolls', 'rolls'],
      ['?p=8', 'rolls'],
      ['?page_id=7', 'about'],
    ]) {
      expect((await read(`${site.home}/${path}`)).slugs).toEqual([slug])
    }
  })

  it('may be one within the REST API', async () => {
    const site = await wordpress()
    expect((await read(`${site.home}/wp-json/wp/v2/posts/102`)).slugs).toEqual(['loaf-2'])
    expect((await read(`${site.home}/?rest_route=/wp/v2/posts/102`)).slugs).toEqual(['loaf-2'])
  })

  it('that leads nowhere is an error', async () => {
    const site = await wordpress()
    const error = await failureOf(read(`${site.home}/loaf-9/`))
    expect([error.code, error.exitCode, error.message]).toEqual([
      'post-not-found',
      3,
      `No post was found at ${site.home}/loaf-9/ (the REST API knows none of that number or slug).`,
    ])
  })

  it('of an archive gives its posts', async () => {
    const site = await wordpress({}, makeContent(6))
    expect((await read(`${site.home}/category/gut/`)).slugs).toEqual(['loaf-6', 'loaf-3'])
    expect((await read(`${site.home}/author/olof/`)).slugs).toEqual(['loaf-6', 'loaf-4', 'loaf-2'])
  })
})

describe('a category', () => {
  /** `gut` stands below `rye`, and `old` below `gut`; the numbers go round in a circle that no site should have. */
  function tree() {
    const content = makeContent(6)
    content.categories.splice(
      0,
      3,
      { id: 11, slug: 'rye', name: 'Rye', parent: 0 },
      { id: 12, slug: 'wheat', name: 'Wheat', parent: 0 },
      { id: 13, slug: 'gut', name: 'Gut', parent: 11 },
      { id: 14, slug: 'old', name: 'Old', parent: 13 },
      { id: 15, slug: 'ring', name: 'Ring', parent: 16 },
      { id: 16, slug: 'rang', name: 'Rang', parent: 15 },
    )
    content.posts.push(makePost({ id: 1, slug: 'old-one', categories: [14], date: '2019-01-01T09:00:00' }))
    return content
  }

  it.each([
    ['rye', ['loaf-6', 'loaf-4', 'loaf-3', 'loaf-1', 'old-one']],
    ['11', ['loaf-6', 'loaf-4', 'loaf-3', 'loaf-1', 'old-one']],
    ['Gut', ['loaf-6', 'loaf-3', 'old-one']],
    ['wheat', ['loaf-5', 'loaf-2']],
  ])('holds the posts of those below it: %s', async (name, expected) => {
    const site = await wordpress({}, tree())
    expect((await read(`${site.home}/`, { selection: { category: [name] } })).slugs).toEqual(expected)
    expect(paths(site).filter((path) => path.includes('/categories'))).toEqual([
      '/wp-json/wp/v2/categories?per_page=100',
    ])
  })

  it('holds them in its archive too, and ends where the tree is a ring', async () => {
    const site = await wordpress({}, tree())
    expect((await read(`${site.home}/category/gut/`)).slugs).toEqual(['loaf-6', 'loaf-3', 'old-one'])
    const asked = read(`${site.home}/`, { selection: { category: ['ring'] } })
    expect((await failureOf(asked)).code).toBe('none-selected')
  })

  it('is found among more than one request lists', async () => {
    const content = tree()
    content.categories.push(
      ...Array.from({ length: 150 }, (_, index) => ({ id: 100 + index, slug: `c-${index}`, name: 'C', parent: 12 })),
    )
    content.posts.push(makePost({ id: 2, slug: 'late', categories: [249], date: '2019-01-02T09:00:00' }))
    for (const counts of [true, false]) {
      const site = await wordpress({ counts }, content)
      expect((await read(`${site.home}/`, { selection: { category: ['wheat'] } })).slugs).toEqual([
        'loaf-5',
        'loaf-2',
        'late',
      ])
    }
  })
})

describe('the address of a site', () => {
  const all = async (selection: object) => {
    const content = makeContent(12)
    content.posts.push(
      makePost({ id: 1, type: 'page', slug: 'zebra', title: 'Zebra', menuOrder: 1 }),
      makePost({ id: 2, type: 'page', slug: 'ant', title: 'Ant', menuOrder: 2 }),
    )
    const site = await wordpress({}, content)
    return (await read(`${site.home}/`, { selection })).slugs
  }

  it.each([
    ['everything, the newest first', {}, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['a category by slug', { category: ['gut'] }, [12, 9, 6, 3]],
    ['a category by name', { category: ['wheat & spelt'] }, [11, 8, 5, 2]],
    ['two categories', { category: ['gut', '12'] }, [12, 11, 9, 8, 6, 5, 3, 2]],
    ['a tag whose slug is a number', { tag: ['2024'] }, [11, 1]],
    ['a category and an author', { category: ['gut'], by: ['olof'] }, [12, 6]],
    ['a day and later', { after: '2020-01-10' }, [12, 11, 10]],
    ['the time before a day', { before: '2020-01-03' }, [2, 1]],
    ['numbers, as they stand', { ids: [105, 102] }, [5, 2]],
    ['slugs, as they stand', { slug: ['loaf-1', 'loaf-4'] }, [1, 4]],
    ['the newest, as one reads', { limit: 3, order: 'date' }, [10, 11, 12]],
    ['words', { search: 'loaf 11' }, [11]],
    ['titles in order', { order: 'title', limit: 4 }, [9, 10, 11, 12]],
  ] as const)('gives %s', async (_, selection, expected) => {
    expect(await all(selection)).toEqual(expected.map((number) => `loaf-${number}`))
  })

  it('gives pages in the order of the menu', async () => {
    expect(await all({ type: ['page'], order: 'menu' })).toEqual(['zebra', 'ant'])
    expect(await all({ type: ['page'], order: 'title' })).toEqual(['ant', 'zebra'])
  })

  it.each([
    [{ category: ['guts'] }, 'term-unknown', 'has no category "guts"; near it are gut, wheat, rye.'],
    [{ by: ['nobody'] }, 'term-unknown', 'has no author "nobody"; near it are'],
    [{ type: ['book'] }, 'type-unknown', 'has no type of post "book"; it has post, page, recipe.'],
    [{ type: ['page'], category: ['gut'] }, 'usage-invalid', 'Posts of the type page have no categories to select by.'],
    [{ search: 'nothing has this' }, 'none-selected', 'holds no post that was asked for.'],
    [{ status: ['draft'] }, 'login-needed', 'shows posts that are draft only to its own users.'],
  ] as const)('refuses %j', async (selection, code, words) => {
    const error = await failureOf(all(selection))
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(words)])
  })
})
