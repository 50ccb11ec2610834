// Texts of the user's own, which stand before or after the posts: HTML or Markdown, as clean or as hostile as a post.

import { basename, extname } from 'node:path'
import type { ReportFn } from '../diagnostics.js'
import type { Matter, Post, SourceHtml } from '../model.js'
import type { Options } from '../options.js'
import { decodeText } from './decode.js'
import { readFileBytes } from './read.js'
import { slugOf } from './slug.js'

/** A text of front or back matter, as a post. */
export interface OwnText extends Matter {
  readonly post: Post
}

type MatterSettings = Pick<Options, 'frontMatter' | 'backMatter' | 'maxInput'>
type Given = NonNullable<Options['frontMatter']>[number]

/**
 * Reads the files of front and back matter. Their titles are those that are given, else their first headings, else the
 * names of their files.
 *
 * @throws `input-unreadable`, `input-too-large`, `input-empty`.
 */
export async function readMatter(settings: MatterSettings, report: ReportFn): Promise<readonly OwnText[]> {
  const { frontMatter = [], backMatter = [], maxInput } = settings
  const read = async (place: Matter['place'], given: Given): Promise<OwnText> => {
    const { file, kind, title } = typeof given === 'string' ? { file: given } : given
    const text = decodeText(await readFileBytes(file, { maxInput }), report)
    const html = isMarkdown(file) ? await htmlOfMarkdown(text) : text
    return { place, ...(kind === undefined ? {} : { kind }), post: postOf(file, html, title) }
  }
  const texts: OwnText[] = []
  for (const given of frontMatter) texts.push(await read('front', given))
  for (const given of backMatter) texts.push(await read('back', given))
  return texts
}

function isMarkdown(file: string): boolean {
  return /^\.(?:md|markdown|mdown|txt)$/i.test(extname(file))
}

async function htmlOfMarkdown(text: string): Promise<string> {
  const { marked } = await import('marked')
  return marked.parse(text, { async: true, gfm: true })
}

const firstHeading = /<h1(?:\s[^>]*)?>(.*?)<\/h1\s*>/is

function postOf(file: string, html: string, given: string | undefined): Post {
  const stem = basename(file, extname(file))
  const heading = firstHeading.exec(html)
  const title = given === undefined ? (heading?.[1] ?? escaped(wordsOf(stem))) : escaped(given)
  const content = heading ? html.slice(0, heading.index) + html.slice(heading.index + heading[0].length) : html
  return {
    url: '',
    slug: slugOf([stem], 'text'),
    title: title as SourceHtml,
    content: content as SourceHtml,
    authors: [],
    terms: [],
  }
}

/** `about-the-author` → `About the author` */
function wordsOf(stem: string): string {
  const words = stem.replace(/^\d+[\s_-]+/, '').replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
