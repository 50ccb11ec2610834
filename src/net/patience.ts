// A time limit over several steps: what others take counts, what Offprint waits out of politeness does not.

/** Runs a step within what is left of the time; the signal given to it aborts when that is over. */
export type Within = <T>(step: (signal: AbortSignal) => Promise<T>) => Promise<T>

/** @param expired makes the error to throw when the time is over. */
export function patience(milliseconds: number, expired: () => Error, caller?: AbortSignal): Within {
  let left = milliseconds
  return async (step) => {
    const controller = new AbortController()
    const interrupt = () => controller.abort(caller?.reason)
    const timer = setTimeout(() => controller.abort(expired()), left)
    const start = performance.now()
    if (caller?.aborted) interrupt()
    caller?.addEventListener('abort', interrupt, { once: true })
    try {
      return await step(controller.signal)
    } finally {
      left = Math.max(0, left - (performance.now() - start))
      clearTimeout(timer)
      caller?.removeEventListener('abort', interrupt)
    }
  }
}
