// What plugins for search engines (Yoast SEO, All in One SEO) say in a REST post about the post and its site.

interface Node {
  readonly [key: string]: unknown
}

export interface SeoFacts {
  readonly language?: string
  readonly siteName?: string
  readonly author?: string
  readonly faqSchema?: readonly { readonly question: string; readonly answer: string }[]
}

/** Reads `yoast_head_json` or `aioseo_head_json`, in whatever state they are. */
export function seoFacts(post: Node): SeoFacts {
  const yoast = asNode(post.yoast_head_json)
  const aioseo = asNode(post.aioseo_head_json)
  const graph = graphOf(yoast)
  return definite({
    language: firstText(
      yoast.og_locale,
      ...valuesOf(graph, ['WebPage', 'Article', 'BlogPosting', 'WebSite'], 'inLanguage'),
      aioseo['og:locale'],
    ),
    siteName: firstText(yoast.og_site_name, ...valuesOf(graph, ['WebSite'], 'name'), aioseo['og:site_name']),
    author: firstText(yoast.author, asNode(yoast.twitter_misc)['Written by'], ...valuesOf(graph, ['Person'], 'name')),
    faqSchema: questionsOf(graph),
  })
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}

function graphOf(yoast: Node): readonly Node[] {
  const graph = asNode(yoast.schema)['@graph']
  return Array.isArray(graph) ? graph.map(asNode) : []
}

/** A property of the nodes of the given types, in the order of the types. */
function valuesOf(graph: readonly Node[], types: readonly string[], property: string): unknown[] {
  return types.flatMap((type) =>
    graph.filter((node) => [node['@type']].flat().includes(type)).map((node) => node[property]),
  )
}

/** The questions of a FAQPage; nothing where there are none. https://schema.org/FAQPage */
function questionsOf(graph: readonly Node[]): SeoFacts['faqSchema'] {
  if (!graph.some((node) => [node['@type']].flat().includes('FAQPage'))) return undefined
  const found = graph.filter((node) => [node['@type']].flat().includes('Question'))
  const questions = found.flatMap(({ name, acceptedAnswer }) => {
    const [{ text = '' } = {}] = [acceptedAnswer].flat().map(asNode)
    return typeof name === 'string' ? [{ question: name, answer: typeof text === 'string' ? text : '' }] : []
  })
  return questions.length === 0 ? undefined : questions
}

function firstText(...values: unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '')
}

/** Without the keys that hold nothing. */
function definite<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}
