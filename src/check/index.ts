// The bytes of an EPUB in, everything that is wrong with it out.

import { checkContainer } from './container.js'
import type { Finding } from './finding.js'

export { type AccessibilityReport, measureAccessibility } from './accessibility.js'
export { type BookCheck, checkAnyBook } from './any-book.js'
export type { Finding } from './finding.js'

/**
 * Checks an EPUB: its container by our own rules, its publication by a port of EPUBCheck that runs in this process.
 * Whatever the bytes are, it answers with findings; an EPUB without errors has none of severity `error`.
 */
export async function checkEpub(bytes: Uint8Array): Promise<readonly Finding[]> {
  const container = checkContainer(bytes)
  if (!container.readable) return container.findings
  const { checkPublication } = await import('./publication.js')
  const told = new Set(container.findings.map(({ id, path }) => `${id} ${path}`))
  const publication = await checkPublication(bytes)
  return [...container.findings, ...publication.filter(({ id, path }) => !told.has(`${id} ${path}`))]
}

/** Loads what checks, for who knows that it will be needed and has time to spare. */
export async function loadChecker(): Promise<void> {
  const { loadPort } = await import('./publication.js')
  await loadPort()
}
