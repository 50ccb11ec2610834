// From a list of candidates to one browser that answers.

import type { Browser } from 'puppeteer'
import { failure, type OffprintError, type ReportFn } from '../../diagnostics.js'
import { orStop } from '../stop.js'
import { type Environment, isThere } from './files.js'
import { type BrowserCandidate, browserCandidates } from './find.js'
import { type BrowserProcess, startBrowser } from './process.js'

export interface RunningBrowser {
  readonly path: string
  readonly browser: Browser
  readonly ended: Promise<string>
}

export interface LaunchSettings {
  readonly browser?: string
  readonly sandbox: boolean
  readonly env: Environment
  readonly report: ReportFn
  /** Aborts when the time is up or the caller has had enough. */
  readonly stop: AbortSignal
}

/**
 * Runs `work` with a browser and stops the browser afterwards, whatever happened.
 *
 * @throws OffprintError `browser-not-found`, `browser-failed`, or what `work` throws.
 */
export async function withBrowser<T>(
  settings: LaunchSettings,
  work: (running: RunningBrowser) => Promise<T>,
): Promise<T> {
  const sandbox = maySandbox(settings)
  let first: OffprintError | undefined
  for await (const candidate of browserCandidates(settings.browser, settings.env)) {
    for (const env of await environments(candidate, settings.env)) {
      const child = await startBrowser(candidate.path, sandbox, env)
      try {
        const answer = await orStop(connect(child), settings.stop)
        if (typeof answer !== 'string') {
          return await orStop(work({ path: candidate.path, browser: answer, ended: child.ended }), settings.stop)
        }
        first ??= failure('browser-failed', { browser: candidate.path, reason: answer })
        if (!answer.includes('shared librar')) break
      } finally {
        await child.stop()
      }
    }
    if (candidate.named) break
  }
  throw first ?? failure('browser-not-found', { tried: 'none of those found could be started' })
}

/** The browser, or the words with which it ended instead of answering. */
async function connect(child: BrowserProcess): Promise<Browser | string> {
  const answered = import('puppeteer').then(({ default: puppeteer }) =>
    // No time limits of Puppeteer's own: the caller's deadline kills the browser.
    puppeteer.connect({ transport: child.transport, defaultViewport: null, protocolTimeout: 0 }),
  )
  return Promise.race([answered.catch(() => child.ended), child.ended])
}

function maySandbox({ sandbox, report }: LaunchSettings): boolean {
  // Chromium refuses to run as root with its sandbox.
  const root = process.getuid?.() === 0
  if (!sandbox || root) report('sandbox-off', { why: sandbox ? 'it runs as root' : 'as asked' })
  return sandbox && !root
}

/** The packed browser is tried as it is first, and with the packed libraries where the system's are missing. */
async function environments({ embedded }: BrowserCandidate, env: Environment): Promise<readonly Environment[]> {
  if (!embedded) return [env]
  const hasFonts = env.FONTCONFIG_PATH || env.FONTCONFIG_FILE || (await isThere('/etc/fonts/fonts.conf'))
  const own = hasFonts ? env : { ...env, FONTCONFIG_PATH: embedded.fontConfiguration }
  const libraries = [embedded.libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return [own, { ...own, LD_LIBRARY_PATH: libraries }]
}
