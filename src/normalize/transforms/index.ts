// What is done to the source's DOM before the clean tree is built from it: an ordered list, one fixture each at least.

import { linkedPictures } from './linked-pictures.js'
import { noscriptPictures } from './noscript-pictures.js'
import { pastedChrome } from './pasted-chrome.js'
import { repeatedTitle } from './repeated-title.js'
import type { Transform, TransformContext } from './transform.js'

const transforms: readonly Transform[] = [
  // First: who takes scripts out takes `noscript` with them, and the true picture of a lazy one is in there.
  noscriptPictures,
  // Before anything moves or looks at pictures: what stands in a link only for its file stands free.
  linkedPictures,
  // Before anything counts as text: the buttons of a chat assistant's code blocks read like code once unwrapped.
  pastedChrome,
  // Before the outline: a repeated title would put every other heading below it.
  repeatedTitle,
]

/** Applies the list, in its order. */
export function applyTransforms(context: TransformContext): void {
  for (const { apply } of transforms) apply(context)
}
