// Politeness: few requests at a time to one host, a pause between their starts, and patience when it asks for it.

/** Time, as an argument, so that waiting can be tested without it. */
export interface Clock {
  /** Milliseconds that only grow. */
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
}

export interface Pacer {
  /** Does the work when it is the host's turn. */
  readonly turn: <T>(host: string, work: () => Promise<T>, signal?: AbortSignal) => Promise<T>
  /** Lets nothing more start at the host for a time. */
  readonly hold: (host: string, milliseconds: number) => void
}

interface Host {
  running: number
  nextStart: number
  readonly waiting: Set<() => void>
}

const parallel = 2
const pauseMilliseconds = 250

export function createPacer({ now, sleep }: Clock): Pacer {
  const hosts = new Map<string, Host>()
  const hostOf = (name: string) => {
    const host = hosts.get(name) ?? { running: 0, nextStart: Number.NEGATIVE_INFINITY, waiting: new Set<() => void>() }
    hosts.set(name, host)
    return host
  }
  const turn: Pacer['turn'] = async (name, work, signal) => {
    const host = hostOf(name)
    await place(host, signal)
    try {
      signal?.throwIfAborted()
      const start = Math.max(now(), host.nextStart)
      host.nextStart = start + pauseMilliseconds
      if (start > now()) await sleep(start - now(), signal)
      return await work()
    } finally {
      leave(host)
    }
  }
  const hold: Pacer['hold'] = (name, milliseconds) => {
    const host = hostOf(name)
    host.nextStart = Math.max(host.nextStart, now() + milliseconds)
  }
  return { turn, hold }
}

/** Waits for one of the host's places, first come, first served. */
async function place(host: Host, signal?: AbortSignal): Promise<void> {
  if (host.running < parallel) {
    host.running++
    return
  }
  let leaveQueue = () => {}
  try {
    // The place of who leaves goes straight to who waits: `running` stays as it is.
    await new Promise<void>((resolve, reject) => {
      host.waiting.add(resolve)
      leaveQueue = () => {
        if (host.waiting.delete(resolve)) reject(signal?.reason)
      }
      if (signal?.aborted) leaveQueue()
      else signal?.addEventListener('abort', leaveQueue, { once: true })
    })
  } finally {
    signal?.removeEventListener('abort', leaveQueue)
  }
}

function leave(host: Host): void {
  const [next] = host.waiting
  if (!next) {
    host.running--
    return
  }
  host.waiting.delete(next)
  next()
}
