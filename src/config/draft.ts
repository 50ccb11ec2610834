// A configuration to begin with: what the site says of itself, and what else could be said, commented out.

/** What is known of the site; the rest is left for the user to fill in. */
export interface DraftFacts {
  readonly site: string
  readonly title?: string
  readonly language?: string
  readonly categories: readonly { readonly name: string; readonly slug: string; readonly count: number }[]
}

/** More would hide the options below them. */
const namedCategories = 30

/** The text of `offprint.config.ts` or `.mjs`: it needs no package beside it, for the type is in a comment. */
export function draftConfig({ site, title, language, categories }: DraftFacts): string {
  const unknown = title === undefined && language === undefined
  return `// The books that "offprint" makes when it is called without an input in this folder.
// Every option of the command line may stand here: "offprint --help" names them. Paths are meant from this file.
${unknown ? '// The site could not be asked: what it is called and which categories it has is for you to fill in.\n' : ''}
/** @type {import("offprint").Config} */
export default {
  input: ${quoted(site)},
  ${said('title', title)}
  ${said('lang', language)}

  // Which posts: without any of these, all of them.
${categoryLines(categories)}
  // after: '2025-01-01',
  // limit: 20,
  order: 'date',

  // 'category', 'year', 'none', or your own:
  // [{ title: 'To begin with', posts: ['a-slug', 42, 'https://…'] }]
  parts: 'none',

  // Your own texts, in HTML or Markdown.
  // frontMatter: [{ file: 'foreword.md', kind: 'foreword' }],
  // backMatter: [{ file: 'about-me.md', kind: 'about-the-author' }, { file: 'licence.md', kind: 'licence' }],

  // What the rules read wrongly, post by post: by slug, number or address.
  // hints: { 'a-slug': { title: 'A better title', drop: ['.newsletter'], alt: { 'photo.jpg': 'A loaf of bread' } } },

  format: ['epub', 'pdf'],
  pageSize: 'a5',
  outputDir: 'output',
}
`
}

function said(name: string, value: string | undefined): string {
  return value === undefined ? `// ${name}: '…',` : `${name}: ${quoted(value)},`
}

function categoryLines(categories: DraftFacts['categories']): string {
  if (categories.length === 0) return `  // category: ['…'],`
  const shown = categories.slice(0, namedCategories)
  const rest = categories.length - shown.length
  return [
    '  // category: [',
    ...shown.map(({ name, slug, count }) => `  //   ${quoted(slug)}, // ${oneLine(name)}: ${count}`),
    ...(rest > 0 ? [`  //   and ${rest} more`] : []),
    '  // ],',
  ].join('\n')
}

/** A string of JavaScript: what a site says cannot leave it. */
function quoted(text: string): string {
  const inside = JSON.stringify(oneLine(text)).slice(1, -1)
  return `'${inside.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** On one line, whatever counts as its end: a comment must not end in the middle. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{C}\u2028\u2029]+/gu, ' ').trim()
}
