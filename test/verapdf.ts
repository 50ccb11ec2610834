// The oracle for PDF/UA: veraPDF, which is Java. Its one file is taken from Maven Central by `mvn` once, checked against its
// digest and kept in the user's cache; many PDFs go through one Java machine. Where Java, Maven or the file is not to be had,
// `veraPdfMissing` says so and a test has to skip, visibly.

import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const version = '1.28.2'
const digest = '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6'
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'offprint', 'verapdf')

/** A rule that a file breaks. */
export interface Failure {
  /** The name that was given. */
  readonly file: string
  /** Clause and number of the test, e.g. `7.1-3`. */
  readonly rule: string
  readonly object: string
  /** How many objects break it. */
  readonly count: number
  readonly message: string
  /** Where the first of them stands. */
  readonly context: string
}

export interface NamedPdf {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Why veraPDF cannot run here; undefined where it can. Fetches it where it is not there yet. */
export async function veraPdfMissing(): Promise<string | undefined> {
  if (spawnSync('java', ['-version']).status !== 0) return 'there is no Java'
  try {
    await jar()
    return undefined
  } catch (error) {
    return `veraPDF could not be fetched (${error instanceof Error ? error.message : error})`
  }
}

/** Checks PDFs against a built-in profile. Nothing comes back for files without a fault. */
export async function veraPdf(files: readonly NamedPdf[], profile: 'ua1' | '2b' = 'ua1'): Promise<readonly Failure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'verapdf-'))
  try {
    const given = new Map<string, string>()
    for (const [index, { name, bytes }] of files.entries()) {
      const path = join(folder, `${index}.pdf`)
      await writeFile(path, bytes)
      given.set(path, name)
    }
    const { report } = JSON.parse(await run(await jar(), folder, profile, [...given.keys()])) as Answer
    const failures = report.jobs.flatMap((job) => failuresOf(job, given.get(job.itemDetails.name) ?? ''))
    if (report.jobs.length !== files.length)
      throw new Error(`veraPDF saw ${report.jobs.length} of ${files.length} files`)
    return failures
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function jar(): Promise<string> {
  const path = join(cache, `verapdf-${version}.jar`)
  if (await readFile(path).then(isWhole, () => false)) return path
  const folder = await mkdtemp(join(tmpdir(), 'verapdf-jar-'))
  try {
    const artifact = `-Dartifact=org.verapdf.apps:greenfield-apps:${version}`
    const options = { encoding: 'utf8', timeout: 90_000 } as const
    const copied = spawnSync('mvn', ['-q', '-B', 'dependency:copy', artifact, `-DoutputDirectory=${folder}`], options)
    if (copied.error) throw copied.error
    const bytes = await readFile(join(folder, `greenfield-apps-${version}.jar`))
    if (!isWhole(bytes)) throw new Error('its digest is another')
    await mkdir(cache, { recursive: true })
    const part = `${path}.${randomUUID()}`
    await writeFile(part, bytes)
    await rename(part, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return path
}

function isWhole(bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex') === digest
}

interface Job {
  readonly itemDetails: { readonly name: string }
  readonly validationResult?: readonly { readonly details: { readonly ruleSummaries: readonly Summary[] } }[]
  readonly taskException?: unknown
}

interface Answer {
  readonly report: { readonly jobs: readonly Job[] }
}

interface Summary {
  readonly clause: string
  readonly testNumber: number
  readonly object: string
  readonly failedChecks: number
  readonly description: string
  readonly checks: readonly { readonly context: string; readonly errorMessage?: string }[]
}

function failuresOf({ validationResult, taskException }: Job, file: string): Failure[] {
  if (!validationResult) throw new Error(`veraPDF could not read ${file}: ${JSON.stringify(taskException)}`)
  return validationResult.flatMap(({ details }) =>
    details.ruleSummaries.map(({ clause, testNumber, object, failedChecks, description, checks: [first] }) => ({
      file,
      rule: `${clause}-${testNumber}`,
      object,
      count: failedChecks,
      message: first?.errorMessage ?? description,
      context: first?.context ?? '',
    })),
  )
}

/** A short run gains more from a quick start than from optimised code. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto']
const main = 'org.verapdf.apps.GreenfieldCliWrapper'

function run(jarPath: string, home: string, profile: string, paths: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = ['-f', profile, '--format', 'json', '--maxfailuresdisplayed', '1']
    // It keeps settings beside the home of the user.
    const own = [`-Duser.home=${home}`, `-Dapp.home=${home}`]
    const java = spawn('java', [...quickStart, ...own, '-cp', jarPath, main, ...settings, ...paths], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 180_000,
    })
    let out = ''
    let talk = ''
    java.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    java.stderr.setEncoding('utf8').on('data', (text: string) => {
      talk += text
    })
    java.on('error', reject)
    // It ends with 1 where a file has faults.
    java.on('close', (code) => {
      if (code === 0 || code === 1) resolve(out)
      else reject(new Error(`veraPDF ended with code ${code}: ${talk}`))
    })
  })
}
