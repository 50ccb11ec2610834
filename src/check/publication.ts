// What stands in the container: package document, navigation, content documents, styles, and how they hang together.

import type { ValidationMessage } from '@likecoin/epubcheck-ts'
import type { Finding } from './finding.js'

/** A file that no manifest names: mere "usage" to EPUBCheck, in a book of ours a fault. */
const undeclared = 'OPF-003'

export async function checkPublication(bytes: Uint8Array): Promise<Finding[]> {
  const { EpubCheck } = await loadPort()
  // The port's own table of severities is one for the whole process, so two checks at once would disturb each other.
  const { messages } = await EpubCheck.validate(bytes, { includeUsage: true })
  // mimetype is judged on the bytes already, and by ids that the port does not give it.
  return messages.filter(({ location }) => location?.path !== 'mimetype').flatMap(toFinding)
}

function toFinding({ id, severity, message, location, suggestion }: ValidationMessage): Finding[] {
  if (severity === 'usage' && id !== undeclared) return []
  const finding: Finding = {
    id,
    severity: severity === 'fatal' || severity === 'usage' ? 'error' : severity,
    message: message.replace(/\s+/g, ' ').trim(),
    ...(location && { path: location.path }),
    ...(location?.line !== undefined && { line: location.line }),
    ...(suggestion !== undefined && { remedy: suggestion }),
  }
  return [finding]
}

export function loadPort(): Promise<typeof import('@likecoin/epubcheck-ts')> {
  return import('@likecoin/epubcheck-ts')
}
