// One browser for many books: started when it is first wanted, replaced when it is lost.

import { type LaunchSettings, type RunningBrowser, withBrowser } from './launch.js'

export interface Lease {
  readonly running: Promise<RunningBrowser>
  readonly ended: Promise<void>
  /** Takes the browser down. */
  readonly end: () => void
  /** Whether a book gave it up that took too long, or that nobody waits for any more. */
  isGivenUp: boolean
}

export class WarmBrowser {
  readonly #settings: Omit<LaunchSettings, 'stop'>
  readonly #leases = new Set<Lease>()
  #current: Lease | undefined

  constructor(settings: Omit<LaunchSettings, 'stop'>) {
    this.#settings = settings
  }

  /** The lease of the browser that there is, or of a new one. */
  lease(): Lease {
    this.#current ??= this.#start()
    return this.#current
  }

  /** Takes a browser down that is lost, or given up; the next lease is of another. */
  replace(lease: Lease, isGivenUp: boolean): void {
    if (this.#current === lease) this.#current = undefined
    lease.isGivenUp ||= isGivenUp
    lease.end()
  }

  /** Takes down all browsers, and waits until nothing of them is left. */
  async close(): Promise<void> {
    this.#current = undefined
    for (const lease of this.#leases) lease.end()
    await Promise.all([...this.#leases].map(({ ended }) => ended))
  }

  #start(): Lease {
    const stop = new AbortController()
    let tell: (running: RunningBrowser) => void = () => {}
    const started = new Promise<RunningBrowser>((resolve) => {
      tell = resolve
    })
    const whole = withBrowser({ ...this.#settings, stop: stop.signal }, (running) => {
      tell(running)
      return running.ended
    })
    const failed = whole.then((reason) => {
      throw new Error(`the browser ended: ${reason}`)
    })
    const running = Promise.race([started, failed])
    running.catch(() => {})
    const lease: Lease = {
      running,
      ended: whole.then(
        () => this.#forget(lease),
        () => this.#forget(lease),
      ),
      end: () => stop.abort(new Error('the browser was taken down')),
      isGivenUp: false,
    }
    this.#leases.add(lease)
    return lease
  }

  #forget(lease: Lease): void {
    this.#leases.delete(lease)
    if (this.#current === lease) this.#current = undefined
  }
}
