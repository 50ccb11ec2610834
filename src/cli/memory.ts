// Memory of a long book. V8 lets its heap grow to about twice what is in use before it looks for what is not; what is in
// use of a thousand chapters comes near a gigabyte. A command may set that for its process; a library may not.

import { setFlagsFromString } from 'node:v8'
import type { BuildEvent } from '../index.js'

/** Posts from which on it is worth the time: some 7 % of a small book's. */
const many = 300

/** Hears of the stages of a build, and has memory cleared sooner where there are many posts. */
export function sparingMemory(next: (event: BuildEvent) => void): (event: BuildEvent) => void {
  let isSet = false
  return (event) => {
    if (!isSet && event.stage === 'normalize' && (event.progress?.total ?? 0) >= many) {
      isSet = true
      // In percent of what is in use.
      setFlagsFromString('--heap-growing-percent=30')
    }
    next(event)
  }
}
