// The routes of the REST API. https://developer.wordpress.org/rest-api/reference/

import { type Content, type FakePost, local, type Named } from './content.js'
import type { FakeSettings } from './settings.js'

export interface RestReply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface RestRequest {
  /** `wp/v2/posts` */
  readonly route: string
  readonly params: URLSearchParams
  readonly isLoggedIn: boolean
  /** Where the site begins, without a slash at its end. */
  readonly home: string
}

const bases: Readonly<Record<string, string>> = { posts: 'post', pages: 'page', recipes: 'recipe' }

export function restReply(request: RestRequest, content: Content, settings: FakeSettings): RestReply {
  const { route } = request
  const [, base = '', id] = /^wp\/v2\/([\w-]+)(?:\/(\d+))?\/?$/.exec(route) ?? []
  if (route === '')
    return ok({ name: 'The Bakery', description: 'Bread &amp; rolls', url: request.home, home: request.home })
  if (base === 'types') return ok(types())
  if (base === 'categories' || base === 'tags') {
    const count = (term: number) => content.posts.filter((post) => post[base].includes(term)).length
    return named(
      content[base].map((one) => ({ ...one, count: count(one.id) })),
      request,
      base,
      id,
    )
  }
  if (base === 'users') {
    return settings.users === 'blocked'
      ? restError(401, 'rest_user_cannot_view', 'Sorry, you are not allowed to list users.')
      : named(content.users, request, base, id)
  }
  const type = bases[base]
  if (!type) return restError(404, 'rest_no_route', 'No route was found matching the URL and request method.')
  if (id !== undefined) return single(Number(id), type, request, content, settings)
  return collection(type, request, content, settings)
}

export function restError(status: number, code: string, message: string): RestReply {
  return { status, body: { code, message, data: { status } } }
}

function ok(body: unknown, headers?: Readonly<Record<string, string>>): RestReply {
  return { status: 200, body, ...(headers ? { headers } : {}) }
}

function types(): unknown {
  const type = (slug: string, base: string, taxonomies: string[]) => ({
    slug,
    rest_base: base,
    rest_namespace: 'wp/v2',
    taxonomies,
  })
  return {
    post: type('post', 'posts', ['category', 'post_tag']),
    page: type('page', 'pages', []),
    attachment: type('attachment', 'media', []),
    wp_block: type('wp_block', 'blocks', []),
    recipe: type('recipe', 'recipes', ['category']),
  }
}

function named(list: readonly Named[], { params, home }: RestRequest, base: string, id: string | undefined): RestReply {
  const shown = (one: Named) => ({
    ...one,
    ...(base === 'categories' ? { parent: one.parent ?? 0 } : {}),
    link: `${home}/${base === 'users' ? 'author' : base}/${one.slug}/`,
  })
  if (id !== undefined) {
    const found = list.find((one) => one.id === Number(id))
    return found ? ok(shown(found)) : restError(404, 'rest_term_invalid', 'Term does not exist.')
  }
  const [slug, search] = [params.get('slug'), params.get('search')?.toLowerCase()]
  const found = list.filter(
    (one) => (slug === null || one.slug === slug) && (!search || one.name.toLowerCase().includes(search)),
  )
  const perPage = Number(params.get('per_page') ?? 10)
  const from = (Number(params.get('page') ?? 1) - 1) * perPage
  const pages = String(Math.ceil(found.length / perPage))
  return ok(found.slice(from, from + perPage).map(shown), {
    'x-wp-total': String(found.length),
    'x-wp-totalpages': pages,
  })
}

function single(id: number, type: string, request: RestRequest, content: Content, settings: FakeSettings): RestReply {
  const post = content.posts.find((one) => one.id === id && one.type === type)
  if (!post) return restError(404, 'rest_post_invalid_id', 'Invalid post ID.')
  if (post.status !== 'publish' && !request.isLoggedIn) {
    return restError(401, 'rest_forbidden', 'Sorry, you are not allowed to do that.')
  }
  return ok(objectOf(post, request, content, settings))
}

function collection(type: string, request: RestRequest, content: Content, settings: FakeSettings): RestReply {
  const { params, isLoggedIn } = request
  const number = (name: string, otherwise: number) => Number(params.get(name) ?? otherwise)
  const perPage = number('per_page', 10)
  if (!(perPage >= 1 && perPage <= 100)) {
    return restError(400, 'rest_invalid_param', 'Invalid parameter(s): per_page')
  }
  if ((params.get('status') ?? 'publish') !== 'publish' && !isLoggedIn) {
    return restError(400, 'rest_invalid_param', 'Invalid parameter(s): status')
  }
  const found = content.posts.filter((post) => post.type === type && isAsked(post, params)).sort(orderOf(params))
  if (found.some(({ id }) => settings.poison.includes(id)) && !isListing(params)) {
    return { status: 500, body: undefined }
  }
  const pages = Math.ceil(found.length / perPage)
  const page = number('page', 1)
  if (page > 1 && page > pages) {
    return restError(
      400,
      'rest_post_invalid_page_number',
      'The page number requested is larger than the number of pages available.',
    )
  }
  const shown = found.slice((page - 1) * perPage, page * perPage)
  if (params.has('_embed') && shown.some(({ id }) => settings.brittle.includes(id)))
    return { status: 500, body: undefined }
  const counts = { 'x-wp-total': String(found.length), 'x-wp-totalpages': String(pages) }
  return ok(
    shown.map((post) => objectOf(post, request, content, settings)),
    settings.counts ? counts : undefined,
  )
}

function isListing(params: URLSearchParams): boolean {
  return params.has('_fields') && !params.get('_fields')?.includes('content')
}

function isAsked(post: FakePost, params: URLSearchParams): boolean {
  const numbers = (name: string) => params.get(name)?.split(',').map(Number)
  const holds = (name: string, values: readonly number[]) => numbers(name)?.some((one) => values.includes(one)) ?? true
  const [after, before, search] = [params.get('after'), params.get('before'), params.get('search')?.toLowerCase()]
  return (
    (params.get('status') ?? 'publish').split(',').includes(post.status) &&
    holds('include', [post.id]) &&
    holds('categories', post.categories) &&
    holds('tags', post.tags) &&
    holds('author', [post.author]) &&
    (params.get('slug')?.split(',').includes(post.slug) ?? true) &&
    (after === null || local(post.date) > after) &&
    (before === null || local(post.date) < before) &&
    (!search || `${post.title} ${post.content}`.toLowerCase().includes(search))
  )
}

function orderOf(params: URLSearchParams): (a: FakePost, b: FakePost) => number {
  const by = params.get('orderby') === 'modified' ? 'modified' : 'date'
  return (a, b) => (a[by] < b[by] ? 1 : a[by] > b[by] ? -1 : b.id - a.id)
}

export function linkOf(post: FakePost, home: string): string {
  return post.status === 'publish' ? `${home}/${post.slug}/` : `${home}/?p=${post.id}`
}

function objectOf(post: FakePost, request: RestRequest, content: Content, settings: FakeSettings): unknown {
  const { home, params, isLoggedIn } = request
  const isOpen = post.password === undefined || (params.get('context') === 'edit' && isLoggedIn)
  const isDraft = post.status !== 'publish'
  const whole: Record<string, unknown> = {
    id: post.id,
    date: local(post.date),
    date_gmt: isDraft ? null : post.date,
    guid: { rendered: `${home}/?p=${post.id}` },
    modified: local(post.modified),
    modified_gmt: post.modified,
    slug: post.slug,
    status: post.status,
    type: post.type,
    link: linkOf(post, home),
    title: { rendered: post.title },
    content: {
      rendered: isOpen && !settings.built.includes(post.id) ? post.content : '',
      protected: post.password !== undefined,
    },
    excerpt: { rendered: isOpen ? post.excerpt : '', protected: post.password !== undefined },
    author: post.author,
    featured_media: post.featured,
    menu_order: post.menuOrder,
    sticky: false,
    meta: { footnotes: '' },
    categories: post.categories,
    tags: post.tags,
    _links: { self: [{ href: `${home}/wp-json/wp/v2/${post.type}s/${post.id}` }] },
  }
  const embedded = params.has('_embed') ? { ...whole, _embedded: embeddedOf(post, content, settings, home) } : whole
  const fields = params.get('_fields')?.split(',')
  return fields ? Object.fromEntries(Object.entries(embedded).filter(([name]) => fields.includes(name))) : embedded
}

function embeddedOf(post: FakePost, content: Content, { users }: FakeSettings, home: string): unknown {
  const user = content.users.find(({ id }) => id === post.author)
  const media = content.media.find(({ id }) => id === post.featured)
  const terms = (taxonomy: string, list: readonly Named[], ids: readonly number[]) =>
    list
      .filter(({ id }) => ids.includes(id))
      .map((one) => ({ ...one, taxonomy, link: `${home}/${taxonomy}/${one.slug}/` }))
  const blocked = restError(401, 'rest_user_cannot_view', 'Sorry, you are not allowed to list users.').body
  const gone = restError(404, 'rest_post_invalid_id', 'Invalid post ID.').body
  return {
    author: [user && users === 'open' ? { ...user, url: '', link: `${home}/author/${user.slug}/` } : blocked],
    'wp:term': [terms('category', content.categories, post.categories), terms('post_tag', content.tags, post.tags)],
    ...(post.featured === 0
      ? {}
      : {
          'wp:featuredmedia': [
            media ? { id: media.id, source_url: `${home}${media.file}`, alt_text: media.alt } : gone,
          ],
        }),
  }
}
