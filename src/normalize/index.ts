// Post → Article: clean XHTML, the true outline, questions and answers. Pure.

import { failure, type ReportFn } from '../diagnostics.js'
import type { Article, FaqFinding, LinkFinding, OutlineChange, Post, PostHints, SourceHtml, Title } from '../model.js'
import { cleanCharacters } from './characters.js'
import { conform, conformPhrasing } from './conform.js'
import { direct, directionOf } from './direction.js'
import { dividingHeadings, parseSource } from './dom.js'
import { faqsAtTop, withoutFaqs } from './faq-builder.js'
import { foldQuestion } from './faq-words.js'
import { type Finishing, finishParts, titleOf } from './finish.js'
import { applyAlternatives, dropHinted, keptByHints } from './hints.js'
import { createIds, type Ids } from './ids.js'
import { cleanDepth, defaultLimits, type Limits } from './limits.js'
import { findLinks } from './link-kinds.js'
import { wantedIds } from './links.js'
import { createMarks } from './marks.js'
import { numberNotes } from './notes.js'
import { findOutline } from './outline.js'
import { reportMissingAlternatives } from './pictures/alternatives.js'
import { idsIn, resolveLinks } from './resolve.js'
import { divide } from './sections.js'
import type { TexConverter } from './tex.js'
import { applyTransforms } from './transforms/index.js'
import { depthOf, serialize, visibleText, type XNode } from './xhtml.js'

export { idsAskedFor } from './crossings.js'
export { hintsOf } from './hints.js'
export { loadTex } from './tex.js'

type GivenLimits = { readonly [Name in keyof Limits]?: Limits[Name] | undefined }

/** Limits that are not given have their usual values. */
export interface NormalizeSettings extends GivenLimits {
  readonly outline: 'auto' | 'keep'
  readonly faq: 'auto' | 'off'
  /** Stands before every id; differs from post to post in a book of several. */
  readonly idPrefix: string
  readonly hints?: PostHints
  /** Ids that other posts of the book link to. */
  readonly linkedIds?: ReadonlySet<string> | undefined
  /** Makes MathML of TeX, where `loadTex` says that a post needs it; without it TeX stays text. */
  readonly tex?: TexConverter | undefined
}

export interface Normalized {
  readonly article: Article
  readonly outline: OutlineChange
  readonly faq: readonly FaqFinding[]
  readonly links: readonly LinkFinding[]
}

/**
 * Makes an article of a post. Its content is parsed once and serialised once.
 *
 * @throws `markup-too-deep`
 */
export function normalizePost(post: Post, settings: NormalizeSettings, report: ReportFn): Normalized {
  const name = post.url || post.slug
  const { hints = {} } = settings
  const limits = limitsOf(settings)
  const faq = hints.faq ?? settings.faq
  const title = hints.title ? plainTitle(hints.title) : titleOf(cleanPhrasing(post.title, name, limits, report))
  const dom = parseSource(post.content, name, limits)
  dropHinted(dom, hints, report)
  const kept = keptByHints(dom, hints, report)
  const marks = createMarks()
  applyTransforms({
    dom,
    post,
    title: title.text,
    faq: faq === 'off' ? 'off' : 'auto',
    kept,
    marks,
    report,
    tex: settings.tex,
  })
  const outline = findOutline(dom, dividingHeadings(dom), hints.outline ?? settings.outline, report, hints)
  const { linkedIds = new Set<string>() } = settings
  const ids = createIds(settings.idPrefix, new Set([...wantedIds(dom, post.url), ...linkedIds]))
  const built = conform(dom, { postUrl: post.url, ids, levelOf: outline.levelOf, report, marks, limits })
  const pictures = applyAlternatives(built, hints, name, report)
  reportMissingAlternatives(pictures, name, report)
  const numbered = numberNotes(built.tree, built.notes, { ids, dom, report })
  const noteIds = new Set(numbered.notes.map(({ id }) => id))
  const present = idsIn([...numbered.tree, ...numbered.notes.flatMap(({ body }) => body)], noteIds)
  const resolving = { ids, present, post: name, report }
  const tree = faqsAtTop(resolveLinks(numbered.tree, resolving))
  const notes = numbered.notes.map((note) => ({ ...note, body: withoutFaqs(resolveLinks(note.body, resolving)) }))
  const all = [...tree, ...notes.flatMap(({ body }) => body)]
  if (depthOf(all) > cleanDepth) throw failure('markup-too-deep', { post: name, limit: cleanDepth })
  const text = visibleText(all)
  const direction = directionOf(text)
  if (direction) direct(all, direction)
  const drafts = divide(tree, { ids, post: name, report })
  const isInSchema = (question: string) => marks.askedInSchema.has(foldQuestion(question))
  const finishing: Finishing = {
    post: name,
    faq: faq === 'off' ? 'off' : 'auto',
    ids,
    isInSchema,
    fewestQuestions: faq === 'on' ? 1 : 2,
    report,
    found: [],
  }
  const { lead, sections } = finishParts(drafts.lead, drafts.sections, finishing)
  const article: Article = {
    post,
    title: title.text === '' ? titleOf([post.slug]) : title,
    // The excerpt is shown as plain text only, so that what its markup loses is no loss.
    excerpt: post.excerpt ? visibleText(cleanPhrasing(post.excerpt, name, limits, () => {})) : '',
    lead: serialize(lead),
    sections,
    notes: notes.map((note) => ({ ...note, body: serialize(note.body) })),
    pictures,
    text,
    ...(direction ? { direction } : {}),
    ...(linkedIds.size > 0 ? { anchors: anchorsOf(linkedIds, ids, present) } : {}),
  }
  return { article, outline: outline.change, faq: finishing.found, links: findLinks(all, post.url) }
}

function anchorsOf(linked: ReadonlySet<string>, ids: Ids, present: ReadonlySet<string>): ReadonlyMap<string, string> {
  const anchors = [...linked].flatMap((source): [string, string][] => {
    const id = ids.resolve(source)
    return id !== undefined && present.has(id) ? [[source, id]] : []
  })
  return new Map(anchors)
}

function limitsOf(settings: GivenLimits): Limits {
  const { maxDepth, maxNodes, maxAttributes, maxInput } = settings
  return {
    maxDepth: maxDepth ?? defaultLimits.maxDepth,
    maxNodes: maxNodes ?? defaultLimits.maxNodes,
    maxAttributes: maxAttributes ?? defaultLimits.maxAttributes,
    maxInput: maxInput ?? defaultLimits.maxInput,
  }
}

/** A title of plain text, such as the caller gives. */
export function plainTitle(text: string): Title {
  return titleOf([cleanCharacters(text).text])
}

/** Clean phrasing content of a title or an excerpt; links are text there. */
function cleanPhrasing(html: SourceHtml, post: string, limits: Limits, report: ReportFn): XNode[] {
  const dom = parseSource(html, post, limits)
  return conformPhrasing(dom, {
    postUrl: '',
    ids: createIds('', new Set()),
    levelOf: new Map(),
    report,
    marks: createMarks(),
    limits,
  })
}
