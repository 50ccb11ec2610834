// A browser that starts while the book is still being made, so that nobody waits for it when there is something to print.

import type { ReportFn } from '../../diagnostics.js'
import { orStop } from '../stop.js'
import type { LaunchSettings, RunningBrowser } from './launch.js'
import { type Lease, WarmBrowser } from './warm.js'

export class BrowserAhead {
  readonly #browser: WarmBrowser
  readonly #said: Parameters<ReportFn>[] = []
  #lease: Lease | undefined

  /** Starts it; that it did not start shows when it is used. */
  constructor(settings: Omit<LaunchSettings, 'stop' | 'report'>) {
    const report = (...one: Parameters<ReportFn>) => void this.#said.push(one)
    this.#browser = new WarmBrowser({ ...settings, report: report as ReportFn })
    this.#lease = this.#browser.lease()
  }

  /** Whether nobody has used it yet. */
  get isThere(): boolean {
    return this.#lease !== undefined
  }

  /** As `withBrowser` does: runs `work` with the browser, once, and takes the browser down. */
  async use<T>(
    { stop, report }: Pick<LaunchSettings, 'stop' | 'report'>,
    work: (running: RunningBrowser) => Promise<T>,
  ): Promise<T> {
    const lease = this.#lease
    this.#lease = undefined
    if (!lease) throw new TypeError('A browser that was started ahead is used once.')
    try {
      const running = await orStop(lease.running, stop)
      for (const one of this.#said) report(...one)
      return await orStop(work(running), stop)
    } finally {
      await this.close()
    }
  }

  /** Takes it down, used or not, and waits until nothing of it is left. */
  async close(): Promise<void> {
    this.#lease = undefined
    await this.#browser.close()
  }
}
