// The oracle of accessibility: Ace by DAISY, one browser for all books. Where there is no browser, `hasBrowser` is false
// and a test has to skip, visibly.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserCandidate, browserCandidates } from '../src/pdf/browser/find.js'
import type { NamedBytes } from './epubcheck.js'

/** What Ace says of a place in a book. */
export interface Violation {
  readonly book: string
  /** The file inside the EPUB; `package` where the book as a whole is meant. */
  readonly path: string
  readonly rule: string
  readonly impact: string
  readonly description: string
}

interface AceReport {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string; readonly 'dct:title'?: string }
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'earl:impact': string; readonly 'dct:title': string }
      readonly 'earl:result': { readonly 'dct:description': string; readonly html?: string }
    }[]
  }[]
}

interface AxeRunner {
  readonly concurrency: number
  launch(): Promise<void>
  close(): Promise<void>
  run(...given: readonly unknown[]): Promise<unknown>
}

type Ace = (path: string, options: object, runner: AxeRunner) => Promise<readonly [job: string, report: AceReport]>

const browser = await findBrowser()

export const hasBrowser: boolean = browser !== undefined

/** Checks books one after the other; each must be valid already: Ace gives up on a chapter that is no XML. */
export async function aceViolations(books: readonly NamedBytes[]): Promise<readonly Violation[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ace-'))
  const { ace, runner } = loadAce()
  // Ace leaves what it unpacks in the folder for temporary files.
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  // Ace would start a browser for each book and stop it again.
  const shared: AxeRunner = { ...runner, launch: async () => {}, close: async () => {} }
  const found: Violation[] = []
  await runner.launch()
  try {
    for (const [index, { name, bytes }] of books.entries()) {
      const path = join(folder, `${index}.epub`)
      const outdir = join(folder, `report-${index}`)
      await mkdir(outdir)
      await writeFile(path, bytes)
      const options = {
        cwd: folder,
        outdir,
        tmpdir: join(folder, `work-${index}`),
        silent: true,
        doNotReportMedia: true,
      }
      const [, report] = await ace(path, options, shared)
      found.push(...violationsOf(report, name))
    }
    return found
  } finally {
    await runner.close()
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    await rm(folder, { recursive: true, force: true })
  }
}

function violationsOf({ assertions }: AceReport, book: string): Violation[] {
  return assertions.flatMap(({ 'earl:testSubject': { url }, assertions: inside }) =>
    inside.map(({ 'earl:test': test, 'earl:result': result }) => ({
      book,
      path: url.endsWith('.opf') ? 'package' : url,
      rule: test['dct:title'],
      impact: test['earl:impact'],
      description: `${result['dct:description']} ${result.html ?? ''}`.replace(/\s+/g, ' ').trim().slice(0, 400),
    })),
  )
}

/** The packages are CommonJS and have no types. The limits of time are read when they are loaded. */
function loadAce(): { readonly ace: Ace; readonly runner: AxeRunner } {
  process.env.ACE_TIMEOUT_INITIAL = '60000'
  process.env.PUPPETEER_EXECUTABLE_PATH = browser?.path ?? ''
  if (browser?.embedded) {
    // The packed browser may stand on a machine without fonts and without its libraries.
    process.env.FONTCONFIG_PATH ??= browser.embedded.fontConfiguration
    process.env.LD_LIBRARY_PATH = [process.env.LD_LIBRARY_PATH, browser.embedded.libraries].filter(Boolean).join(':')
  }
  const require = createRequire(import.meta.url)
  const core = require.resolve('@daisy/ace-core')
  createRequire(core)('winston').configure({ silent: true })
  return { ace: require(core), runner: require('@daisy/ace-axe-runner-puppeteer') }
}

async function findBrowser(): Promise<BrowserCandidate | undefined> {
  try {
    for await (const candidate of browserCandidates(undefined, process.env)) return candidate
  } catch {
    return undefined
  }
  return undefined
}
