// Post → Article: clean XHTML, the true outline, questions and answers. Pure.

import { failure, type ReportFn } from '../diagnostics.js'
import type { Article, Faq, FaqFinding, OutlineChange, Post, Section, SourceHtml, Title } from '../model.js'
import { cleanCharacters } from './characters.js'
import { conform, conformPhrasing } from './conform.js'
import { dividingHeadings, parseSource } from './dom.js'
import { type DraftEntry, faqEntries } from './faq.js'
import { createIds } from './ids.js'
import { wantedIds } from './links.js'
import { createMarks } from './marks.js'
import { findOutline } from './outline.js'
import { reportMissingAlternatives } from './pictures/alternatives.js'
import { resolveLinks } from './resolve.js'
import { type Draft, divide } from './sections.js'
import { applyTransforms } from './transforms/index.js'
import { depthOf, serialize, visibleText, type XNode } from './xhtml.js'

export interface NormalizeSettings {
  readonly outline: 'auto' | 'keep'
  readonly faq: 'auto' | 'off'
  /** Stands before every id; differs from post to post in a book of several. */
  readonly idPrefix: string
}

export interface Normalized {
  readonly article: Article
  readonly outline: OutlineChange
  readonly faq: readonly FaqFinding[]
}

// XML parsers of checkers and reading systems refuse documents 256 deep; the templates need some of it.
const depthLimit = 200

/** What turns drafts into sections: the same for every section of a post. */
interface Finishing {
  readonly post: string
  readonly faq: 'auto' | 'off'
  readonly report: ReportFn
  readonly found: FaqFinding[]
}

/**
 * Makes an article of a post. Its content is parsed once and serialised once.
 *
 * @throws `markup-too-deep`
 */
export function normalizePost(post: Post, settings: NormalizeSettings, report: ReportFn): Normalized {
  const name = post.url || post.slug
  const title = titleOf(cleanPhrasing(post.title, name, report))
  const dom = parseSource(post.content, name)
  const marks = createMarks()
  applyTransforms({ dom, post, title: title.text, marks, report })
  const outline = findOutline(dom, dividingHeadings(dom), settings.outline, report)
  const ids = createIds(settings.idPrefix, wantedIds(dom, post.url))
  const { tree: clean, pictures } = conform(dom, { postUrl: post.url, ids, levelOf: outline.levelOf, report, marks })
  reportMissingAlternatives(pictures, name, report)
  const tree = resolveLinks(clean, ids, name, report)
  if (depthOf(tree) > depthLimit) throw failure('markup-too-deep', { post: name, limit: depthLimit })
  const { lead, sections } = divide(tree, ids)
  const finishing: Finishing = { post: name, faq: settings.faq, report, found: [] }
  const article: Article = {
    post,
    title: title.text === '' ? titleOf([post.slug]) : title,
    // The excerpt is shown as plain text only, so that what its markup loses is no loss.
    excerpt: post.excerpt ? visibleText(cleanPhrasing(post.excerpt, name, () => {})) : '',
    lead: serialize(lead),
    sections: sections.map((section) => finish(section, finishing)),
    notes: [],
    pictures,
    text: visibleText(tree),
  }
  return { article, outline: outline.change, faq: finishing.found }
}

/** A title of plain text, such as the caller gives. */
export function plainTitle(text: string): Title {
  return titleOf([cleanCharacters(text).text])
}

/** Clean phrasing content of a title or an excerpt; links are text there. */
function cleanPhrasing(html: SourceHtml, post: string, report: ReportFn): XNode[] {
  const dom = parseSource(html, post)
  return conformPhrasing(dom, {
    postUrl: '',
    ids: createIds('', new Set()),
    levelOf: new Map(),
    report,
    marks: createMarks(),
  })
}

function finish(draft: Draft, finishing: Finishing): Section | Faq {
  const entries = finishing.faq === 'auto' ? faqEntries(draft, finishing.post, finishing.report) : undefined
  const { id, level, body } = draft
  const title = titleOf(draft.heading)
  if (!entries) {
    const sections = draft.sections.map((section) => finish(section, finishing))
    return { kind: 'section', id, title, level, body: serialize(body), sections }
  }
  const faq: Faq = {
    kind: 'faq',
    id,
    title,
    level,
    intro: serialize(body),
    entries: entries.map(finishEntry),
    closing: serialize([]),
  }
  const questions = faq.entries.map(({ question }) => question.text)
  finishing.found.push({ post: finishing.post, heading: title.text, source: 'headings', questions })
  return faq
}

function finishEntry({ id, question, answer }: DraftEntry): Faq['entries'][number] {
  return { id, question: titleOf(question), answer: serialize(answer) }
}

function titleOf(nodes: XNode[]): Title {
  return { text: visibleText(nodes), xhtml: serialize(nodes) }
}
