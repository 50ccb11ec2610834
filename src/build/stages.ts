// How the stages of a build are run: told of, timed, and stopped before where the caller has had enough.

import { setImmediate } from 'node:timers/promises'
import { failure } from '../diagnostics.js'
import type { BuildContext, Run, Stage, Timings } from './run.js'

/** Does one thing at a time, in the order in which they came. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>

export function oneAtATime(): Exclusive {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}

/**
 * The stages of one book. Of books that are made side by side, which share `exclusive`, one computes or asks servers
 * while others print.
 */
export function stagesOf(
  context: BuildContext,
  timings: Timings,
  exclusive?: Exclusive,
): Pick<Run, 'stage' | 'progress'> {
  return {
    stage: (name, work) => {
      const timed = async () => {
        // Stages that compute never let the loop turn, and a signal is heard only when it does.
        await setImmediate()
        if (context.signal?.aborted) throw failure('interrupted', {}, context.signal.reason)
        context.onEvent?.({ stage: name })
        const start = performance.now()
        const value = await work()
        timings[name] = (timings[name] ?? 0) + performance.now() - start
        return value
      }
      return name === 'print' || !exclusive ? timed() : exclusive(timed)
    },
    progress: (name: Stage) => (done, total) => context.onEvent?.({ stage: name, progress: { done, total } }),
  }
}
