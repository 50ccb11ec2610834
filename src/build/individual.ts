// A book of each post: one that fails costs itself alone.

import { type ErrorCode, exitCodes, failure, OffprintError } from '../diagnostics.js'
import type { Post } from '../model.js'
import type { Options } from '../options.js'
import type { BuildResult, Output } from './run.js'

/** A book of one post that was not made, and why. */
export interface FailedBook {
  readonly post: string
  readonly code: ErrorCode
  readonly message: string
  readonly remedy: string
}

type Made = Omit<BuildResult, 'timings'>
type BuildOne = (post: Post, options: Options) => Promise<Made>

/** Errors that are not of a post: the next book would meet them too. */
const ofAll: readonly number[] = [exitCodes.usage, exitCodes.environment, exitCodes.interrupted, exitCodes.bug]

/**
 * Makes a book of each post, named after the post.
 *
 * @throws `usage-invalid` where one file is named for all; what a post throws where no book could be made, or where it
 * is not the post's fault.
 */
export async function buildEach(posts: readonly Post[], options: Options, buildOne: BuildOne): Promise<Made> {
  if (options.output && posts.length > 1) {
    throw failure('usage-invalid', {
      problem: `One output is named for ${posts.length} books, which are named after their posts; name a folder.`,
    })
  }
  const slugs = distinct(posts.map(({ slug }) => slug))
  const made: Made[] = []
  const failed: FailedBook[] = []
  let first: unknown
  for (const [index, post] of posts.entries()) {
    try {
      made.push(await buildOne({ ...post, slug: slugs[index] ?? post.slug }, options))
    } catch (error) {
      if (!(error instanceof OffprintError) || ofAll.includes(error.exitCode)) throw error
      first ??= error
      failed.push(failedBook(post, error))
    }
  }
  if (made.length === 0) throw first
  return joined(made, failed)
}

function failedBook({ url, slug }: Post, { code, message, remedy }: OffprintError): FailedBook {
  return { post: url || slug, code: code as ErrorCode, message, remedy }
}

/** Posts of several sites may have one name: the second gets a number. */
function distinct(slugs: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return slugs.map((slug) => {
    let name = slug
    for (let number = 2; taken.has(name); number += 1) name = `${slug}-${number}`
    taken.add(name)
    return name
  })
}

/** The collector is one for all books: the last report holds what was said of each. */
function joined(made: readonly Made[], failed: readonly FailedBook[]): Made {
  const last = made.at(-1) as Made
  return {
    outputs: made.flatMap(({ outputs }): readonly Output[] => outputs),
    posts: made.flatMap(({ posts }) => posts),
    ...(failed.length > 0 ? { failed } : {}),
    report: {
      ...last.report,
      outline: made.flatMap(({ report }) => report.outline),
      faq: made.flatMap(({ report }) => report.faq),
    },
    checks: { ...last.checks, ...checksOf(made) },
    ...(last.accessibility ? { accessibility: last.accessibility } : {}),
  }
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
