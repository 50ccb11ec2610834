// A book of each post: one that fails costs itself alone.

import { collect, type ErrorCode, failure, type OffprintError } from '../diagnostics.js'
import type { Post } from '../model.js'
import type { BuildEvent, BuildResult, Run } from './run.js'
import { withSharedPrinter } from './shared-printer.js'
import { booksAtATime, eachBook, type Outcome } from './side-by-side.js'
import { oneAtATime, stagesOf } from './stages.js'

/** A book of one post, and what is true of it alone. */
export interface MadeBook extends Pick<BuildResult, 'outputs' | 'checks' | 'accessibility'> {
  readonly post: string
  readonly print?: NonNullable<BuildResult['report']['print']>
}

/** A book of one post that was not made, and why. */
export interface FailedBook {
  readonly post: string
  readonly code: ErrorCode
  readonly message: string
  readonly remedy: string
  readonly exitCode: number
}

type Made = Omit<BuildResult, 'timings'>
type MakeBook = (posts: readonly Post[], run: Run) => Promise<Made>

/** Errors that are not of a post: the next book would meet them too. */
const ofAll: readonly ErrorCode[] = ['usage-invalid', 'browser-not-found', 'browser-failed', 'interrupted']

/**
 * Makes a book of each post, named after the post, all of them with one browser.
 *
 * @throws `usage-invalid` where one file is named for all; what a post throws where no book could be made, or where it
 * is not the post's fault.
 */
export async function buildEach(posts: readonly Post[], run: Run, makeBook: MakeBook): Promise<Made> {
  const { options, context, collector } = run
  if (options.output && posts.length > 1) {
    throw failure('usage-invalid', {
      problem: `One output is named for ${posts.length} books, which are named after their posts; name a folder.`,
    })
  }
  const named = withSlugs(posts)
  const { exclusive = oneAtATime() } = run
  const collectors = named.map(() => collect())
  const outcomes = await withSharedPrinter(context, (shared) =>
    eachBook(
      named,
      (post, index) => {
        const own = { ...run, context: shared, exclusive, collector: collectors[index] ?? collector }
        return makeBook([post], { ...own, ...numbered(own, { number: index + 1, total: named.length }) })
      },
      { atOnce: booksAtATime(), endsAll },
    ),
  )
  // What there is to say stands in the order of the posts, whichever was done first.
  for (const own of collectors) collector.add(own)
  return joined(named, outcomes, run)
}

/** The stages of one book, whose events say which it is. */
function numbered(
  { context, exclusive, timings }: Run,
  book: NonNullable<BuildEvent['book']>,
): ReturnType<typeof stagesOf> {
  const onEvent = (event: BuildEvent) => context.onEvent?.({ ...event, book })
  return stagesOf({ ...context, onEvent }, timings, exclusive)
}

function endsAll({ code }: OffprintError): boolean {
  return ofAll.includes(code)
}

function addressOf(post: Post | undefined): string {
  return post?.url || post?.slug || ''
}

/** Posts of several sites may have one name: the second gets a number. */
function withSlugs(posts: readonly Post[]): readonly Post[] {
  const taken = new Set<string>()
  return posts.map((post) => {
    let slug = post.slug
    for (let number = 2; taken.has(slug); number += 1) slug = `${post.slug}-${number}`
    taken.add(slug)
    return { ...post, slug }
  })
}

function joined(posts: readonly Post[], outcomes: readonly Outcome<Made>[], { collector }: Run): Made {
  const failed = outcomes.flatMap(({ error }, index) => (error ? [{ error, post: addressOf(posts[index]) }] : []))
  const made = outcomes.flatMap(({ value }, index) => (value ? [{ ...value, post: addressOf(posts[index]) }] : []))
  const reason = failed.find(({ error }) => endsAll(error)) ?? (made.length === 0 ? failed[0] : undefined)
  if (reason) throw reason.error
  return {
    outputs: made.flatMap(({ outputs }) => outputs),
    posts: made.flatMap(({ posts }) => posts),
    made: made.map(madeBook),
    ...(failed.length > 0 ? { failed: failed.map(failedBook) } : {}),
    report: {
      diagnostics: collector.diagnostics(),
      losses: collector.losses(),
      outline: made.flatMap(({ report }) => report.outline),
      faq: made.flatMap(({ report }) => report.faq),
    },
    checks: checksOf(made),
  }
}

function failedBook({ error, post }: { readonly error: OffprintError; readonly post: string }): FailedBook {
  const { code, message, remedy, exitCode } = error
  return { post, code, message, remedy, exitCode }
}

function madeBook({ post, outputs, checks, accessibility, report }: Made & { readonly post: string }): MadeBook {
  const { print } = report
  return { post, outputs, checks, ...(accessibility ? { accessibility } : {}), ...(print ? { print } : {}) }
}

/** What the checks of all EPUBs found together. */
function checksOf(made: readonly Made[]): BuildResult['checks'] {
  const checks = made.flatMap(({ checks }) => checks.epub ?? [])
  const [first] = checks
  if (!first) return {}
  const sum = (figure: 'errors' | 'warnings') => checks.reduce((total, check) => total + check[figure], 0)
  const findings = checks.flatMap((check) => check.findings)
  return { epub: { ...first, errors: sum('errors'), warnings: sum('warnings'), findings } }
}
