// What the REST API answers: one post, a list of posts, an error, or any of these in an envelope.

import { type ErrorCode, failure, OffprintError, type ReportFn } from '../diagnostics.js'
import type { Post } from '../model.js'
import { plainText } from './plain-text.js'
import { postOf } from './rest-post.js'
import { nameOf, restError } from './rest-schema.js'

/** Whether a value has the shape of such an answer, however incomplete. */
export function looksLikeRest(value: unknown): boolean {
  const inner = withoutEnvelope(value)
  if (Array.isArray(inner)) return inner.length > 0 && inner.every(looksLikeRest)
  if (typeof inner !== 'object' || inner === null) return false
  return restError.safeParse(inner).success || 'content' in inner || ('title' in inner && 'link' in inner)
}

/**
 * The posts of an answer. Of several, those without content are left out and reported.
 *
 * @throws `rest-error`, `no-posts`, `json-invalid`, or what `postOf` throws for the first post that is not good.
 */
export function postsOf(answer: unknown, input: string, report: ReportFn): readonly Post[] {
  const value = withoutEnvelope(answer)
  const error = restError.safeParse(value)
  if (error.success) {
    const text = plainText(error.data.message).replace(/\.$/, '')
    throw failure('rest-error', { input, code: plainText(error.data.code), text })
  }
  if (Array.isArray(value)) {
    if (value.length === 0) throw failure('no-posts', { input })
    return postsOfList(value, input, report)
  }
  if (typeof value !== 'object' || value === null) {
    throw failure('json-invalid', { input, reason: `it is ${nameOf(value)}, not a post` })
  }
  return [postOf(value, input, 1)]
}

/** A post of which these are said has nothing that a book could hold; others of its list have. */
const withoutContent: readonly ErrorCode[] = ['post-empty', 'post-protected', 'post-excerpt-only']

function postsOfList(values: readonly unknown[], input: string, report: ReportFn): readonly Post[] {
  const empty: OffprintError[] = []
  const posts = values.flatMap((value, index) => {
    try {
      return [postOf(value, input, index + 1)]
    } catch (error) {
      if (!(error instanceof OffprintError && withoutContent.includes(error.code))) throw error
      empty.push(error)
      return []
    }
  })
  const [first] = empty
  if (first && posts.length === 0) throw first
  for (const { message, remedy } of empty) report('post-left-out', { fact: message.replace(/\.$/, ''), remedy })
  return posts
}

/** `?_envelope` puts status and headers into the body. */
function withoutEnvelope(value: unknown): unknown {
  const { body, status, headers } = Object(value) as { body?: unknown; status?: unknown; headers?: unknown }
  return typeof status === 'number' && typeof headers === 'object' ? body : value
}
