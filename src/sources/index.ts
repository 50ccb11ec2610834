// From an input to posts: the first stage of a build.

import { failure, type ReportFn } from '../diagnostics.js'
import type { Post } from '../model.js'
import type { Options } from '../options.js'
import { decodeText } from './decode.js'
import { findJson } from './json.js'
import { readFileBytes, readStreamBytes } from './read.js'
import { looksLikeRest, postsOf } from './rest-response.js'

const standardInputName = '(standard input)'

export interface SourceContext {
  readonly report: ReportFn
  /** Read when the input is `-`. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads the posts of an input: a file, `-` for standard input, or what the REST API answered, parsed.
 *
 * Every post of the input is good, or the error names the one that is not; of several, one without content is left out
 * and reported.
 *
 * @param settings `maxInput`, in MB of 1 000 000 bytes, holds for files and standard input.
 * @throws an `OffprintError` with exit code 3, or `interrupted`.
 */
export async function readPosts(
  input: Options['input'],
  settings: { readonly maxInput: number },
  context: SourceContext,
): Promise<readonly Post[]> {
  if (typeof input !== 'string') return postsOf(input, '(parsed JSON)', context.report)
  const name = input === '-' ? standardInputName : input
  const limits = { maxInput: settings.maxInput, signal: context.signal }
  const bytes =
    input === '-' ? await readStreamBytes(name, standardInput(context), limits) : await readFileBytes(input, limits)
  const text = decodeText(bytes, context.report)
  return postsOf(findJson(text, name, looksLikeRest, context.report), name, context.report)
}

function standardInput({ stdin }: SourceContext): AsyncIterable<Uint8Array> {
  if (stdin) return stdin
  throw failure('input-unreadable', { input: standardInputName, reason: 'no stream was given for it' })
}
