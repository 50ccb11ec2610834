// The Handlebars templates of the package. Nothing of a post is ever compiled: post text only goes in as a value.

import { readdirSync, readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import type { Contexts } from './contexts.js'

type Template = (context: object) => string

const folder = new URL('../../templates/', import.meta.url)
const compiled = new Map<string, Template>()
let handlebars: typeof Handlebars | undefined

/** Fills a template in. Throws when the template asks for a value that the context does not have. */
export function fillTemplate<N extends keyof Contexts>(name: N, context: Contexts[N]): string {
  const template = compiled.get(name) ?? compile(name)
  compiled.set(name, template)
  // Handlebars escapes `=` too, which no XML parser asks for and which makes addresses hard to read.
  return template(context).replaceAll('&#x3D;', '=')
}

function compile(name: string): Template {
  handlebars ??= environment()
  // preventIndent: an indented partial would change the text of `<pre>`.
  return handlebars.compile(read(`${name}.hbs`), { strict: true, preventIndent: true })
}

function environment(): typeof Handlebars {
  const created = Handlebars.create()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue
    const name = file.replaceAll('\\', '/').replace(/\.hbs$/, '')
    created.registerPartial(name.replace(/^shared\//, ''), read(file))
  }
  // `{{heading level}}` or `{{heading level 1}}` for one deeper: HTML has six levels.
  created.registerHelper('heading', (level: number, deeper: unknown) =>
    Math.min(level + (typeof deeper === 'number' ? deeper : 0), 6),
  )
  return created
}

function read(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8')
}
