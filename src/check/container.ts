// What the container itself must hold to (EPUB 3.3, OCF ZIP container), checked on the bytes: checkers differ here,
// and miss things.

import type { Finding } from './finding.js'
import { readEntry, readZip, type ZipEntry, ZipError } from './zip.js'

const mediaType = 'application/epub+zip'

/** More than any book unpacks to, and little enough to unpack it safely. */
const mostUnpacked = 2 ** 30

/** The files that EPUB 3.3 reserves in META-INF; they stand in no manifest. */
const metaInf = ['container', 'encryption', 'manifest', 'metadata', 'rights', 'signatures']
const containerFiles = new Set(metaInf.map((name) => `META-INF/${name}.xml`))

/** The faults of the container. `readable` is false where nothing inside it can be judged. */
export function checkContainer(bytes: Uint8Array): {
  readonly readable: boolean
  readonly findings: readonly Finding[]
} {
  try {
    const entries = readZip(bytes)
    requireUnpackable(bytes, entries)
    return { readable: true, findings: [...checkMimetype(bytes, entries), ...entries.flatMap(checkName)] }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    // EPUBCheck tells a file that begins as no ZIP does from one that cannot be read further on.
    const id = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04' ? 'PKG-008' : 'PKG-003'
    const reason = bytes.length === 0 ? 'it is empty' : error.message
    return {
      readable: false,
      findings: [{ id, severity: 'error', message: `The EPUB cannot be unpacked: ${reason}.` }],
    }
  }
}

function requireUnpackable(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size > mostUnpacked) throw new ZipError(`it would unpack to ${Math.round(size / 2 ** 20)} MB`)
  for (const entry of entries) readEntry(bytes, entry)
}

function checkMimetype(bytes: Uint8Array, entries: readonly ZipEntry[]): Finding[] {
  const fault = (id: string, message: string): Finding => ({ id, severity: 'error', message, path: 'mimetype' })
  const entry = entries.find(({ name }) => name === 'mimetype')
  if (!entry) return [fault('PKG-006', 'The container has no file mimetype.')]
  const findings: Finding[] = []
  if (entry.offset !== 0 || entries[0] !== entry) findings.push(fault('PKG-006', 'mimetype is not the first file.'))
  if (entry.extraLength !== 0) findings.push(fault('PKG-005', 'mimetype has an extra field.'))
  if (entry.method !== 0) findings.push(fault('PKG-007', 'mimetype is compressed.'))
  if (Buffer.from(readEntry(bytes, entry)).toString('latin1') !== mediaType) {
    findings.push(fault('PKG-007', `mimetype does not hold exactly "${mediaType}".`))
  }
  return findings
}

function checkName({ name }: ZipEntry): Finding[] {
  const fault = (id: string, message: string): Finding => ({ id, severity: 'error', message, path: name })
  const findings: Finding[] = []
  if (!/^[A-Za-z0-9._/-]+$/.test(name)) {
    findings.push(fault('PKG-009', 'The file name has characters other than A-Z, a-z, 0-9, ".", "_" and "-".'))
  }
  if (name.split('/').some((part) => part.endsWith('.'))) findings.push(fault('PKG-011', 'A file name ends in a dot.'))
  if (name.startsWith('META-INF/') && !containerFiles.has(name)) {
    findings.push(fault('OPF-003', 'The file is none of those that META-INF may hold.'))
  }
  return findings
}
