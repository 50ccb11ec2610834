// What the REST API answers: one post, a list of posts, an error, or any of these in an envelope.

import { failure } from '../diagnostics.js'
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
 * The posts of an answer.
 *
 * @throws `rest-error`, `no-posts`, `json-invalid`, or what `postOf` throws for the first post that is not good.
 */
export function postsOf(answer: unknown, input: string): readonly Post[] {
  const value = withoutEnvelope(answer)
  const error = restError.safeParse(value)
  if (error.success) {
    const text = plainText(error.data.message).replace(/\.$/, '')
    throw failure('rest-error', { input, code: plainText(error.data.code), text })
  }
  if (Array.isArray(value)) {
    if (value.length === 0) throw failure('no-posts', { input })
    return value.map((post, index) => postOf(post, input, index + 1))
  }
  if (typeof value !== 'object' || value === null) {
    throw failure('json-invalid', { input, reason: `it is ${nameOf(value)}, not a post` })
  }
  return [postOf(value, input, 1)]
}

/** `?_envelope` puts status and headers into the body. */
function withoutEnvelope(value: unknown): unknown {
  const { body, status, headers } = Object(value) as { body?: unknown; status?: unknown; headers?: unknown }
  return typeof status === 'number' && typeof headers === 'object' ? body : value
}
