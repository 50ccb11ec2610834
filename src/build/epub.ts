// From a book to its EPUB, which is checked before anybody gets it.

import type { AccessibilityReport } from '../check/index.js'
import { failure } from '../diagnostics.js'
import type { Book, PageMap } from '../model.js'
import { type EpubCheck, type Made, type Run, sha256 } from './run.js'

interface MadeEpub {
  readonly output: Made
  readonly check: EpubCheck
  readonly accessibility: AccessibilityReport
}

export async function makeEpub(
  book: Book,
  { options, styles, collector, stage }: Run,
  pageMap?: PageMap,
): Promise<MadeEpub> {
  const { report } = collector
  const documents = await stage('render', async () => {
    const { renderEpub } = await import('../render/index.js')
    return renderEpub(book, { ...options, styles }, pageMap && { pageMap, report })
  })
  const { packEpub, reportHeavyDocuments } = await import('../epub/index.js')
  reportHeavyDocuments(documents, report)
  const bytes = await stage('pack', () => packEpub(documents))
  const { checkEpub, measureAccessibility } = await import('../check/index.js')
  const findings = await stage('check', () => checkEpub(bytes))
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const [first] = errors
  if (first) throw failure('epub-check-failed', { count: errors.length, first: `${first.id} ${first.message}` })
  for (const { id, message } of warnings) collector.report('epub-check-warning', { id, text: message })
  const check = { checker: 'epubcheck-ts', errors: errors.length, warnings: warnings.length, findings }
  const output = { format: 'epub', bytes, sha256: sha256(bytes) } as const
  return { output, check, accessibility: measureAccessibility(bytes) }
}

/** Loads what packs and checks an EPUB: there is time for it while a decoder or a browser works. Never rejects. */
export async function loadEpubMakers(): Promise<void> {
  const load = [
    import('../epub/index.js').then(({ loadContainer }) => loadContainer()),
    import('../check/index.js').then(({ loadChecker }) => loadChecker()),
  ]
  // Should it fail, whoever packs or checks will hear of it.
  await Promise.allSettled(load)
}
