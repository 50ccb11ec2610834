// The end of patience: a time limit and the caller's own signal, as one.

import { failure } from '../diagnostics.js'

/** The time is up. */
export class Late extends Error {
  readonly seconds: number

  constructor(seconds: number) {
    super(`it took longer than ${seconds} seconds`)
    this.seconds = seconds
  }
}

/** Aborts with the error to throw: `interrupted` when the caller says so, `Late` after `seconds`. */
export function stopAfter(
  seconds: number,
  caller?: AbortSignal,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  const interrupt = () => controller.abort(failure('interrupted', {}, caller?.reason))
  const timer = setTimeout(() => controller.abort(new Late(seconds)), seconds * 1000)
  if (caller?.aborted) interrupt()
  caller?.addEventListener('abort', interrupt, { once: true })
  const end = () => {
    clearTimeout(timer)
    caller?.removeEventListener('abort', interrupt)
  }
  return { signal: controller.signal, end }
}

/** The promise's value, unless the signal aborts first: then its reason is thrown. */
export async function orStop<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let refuse = () => {}
  const stopped = new Promise<never>((_, reject) => {
    refuse = () => reject(signal.reason)
    if (signal.aborted) refuse()
    else signal.addEventListener('abort', refuse, { once: true })
  })
  try {
    return await Promise.race([promise, stopped])
  } finally {
    signal.removeEventListener('abort', refuse)
  }
}
