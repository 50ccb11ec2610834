// Where a browser may be: what the user named, else what is installed, else the one inside an npm package.

import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { failure } from '../../diagnostics.js'
import { type EmbeddedBrowser, embeddedBrowser } from './embedded.js'
import { type Environment, isExecutable, isThere } from './files.js'

/** A browser that may be started. */
export interface BrowserCandidate {
  readonly path: string
  /** True when the user asked for this one: then no other may stand in for it. */
  readonly named: boolean
  /** What the packed browser brings along for machines without NSS, Expat or fonts. */
  readonly embedded?: EmbeddedBrowser
}

const pathNames = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'chrome-headless-shell',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const linuxPlaces = [
  '/opt/google/chrome/chrome',
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/opt/microsoft/msedge/msedge',
]

const macPlaces = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The browsers to try, best first: `named`, OFFPRINT_BROWSER, PUPPETEER_EXECUTABLE_PATH, Puppeteer's own, an installed
 * Chrome, Chromium or Edge, and the one inside `@sparticuz/chromium`. A named one is the only one.
 *
 * @throws OffprintError `browser-failed` when a named browser does not exist, `browser-not-found` when there is none.
 */
export async function* browserCandidates(
  named: string | undefined,
  env: Environment,
): AsyncGenerator<BrowserCandidate, void> {
  const wish = named || env.OFFPRINT_BROWSER || env.PUPPETEER_EXECUTABLE_PATH
  if (wish) {
    yield { path: await existing(wish), named: true }
    return
  }
  let found = false
  for (const path of [...(await puppeteersOwn(env)), ...installedPlaces(process.platform, env)]) {
    if (!(await isExecutable(path))) continue
    found = true
    yield { path, named: false }
  }
  const embedded = await embeddedBrowser(env)
  if (embedded) yield { path: embedded.path, named: false, embedded }
  else if (!found) {
    throw failure('browser-not-found', {
      tried: 'no Chrome, Chromium or Edge is installed, and none came with the package',
    })
  }
}

/** The usual places of Chrome, Chromium and Edge on a platform, in the order in which they are tried. */
export function installedPlaces(platform: NodeJS.Platform, env: Environment): readonly string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return windowsPlaces.flatMap((place) => roots.map((root) => join(root, place)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = pathNames.flatMap((name) => folders.map((folder) => join(folder, name)))
  if (platform !== 'darwin') return [...onPath, ...linuxPlaces]
  const roots = ['/Applications', join(env.HOME ?? homedir(), 'Applications')]
  return [...macPlaces.flatMap((place) => roots.map((root) => join(root, place))), ...onPath]
}

async function existing(path: string): Promise<string> {
  if (await isExecutable(path)) return path
  const reason = (await isThere(path)) ? 'it is not a program' : 'there is no such file'
  throw failure('browser-failed', { browser: path, reason })
}

/** Puppeteer is loaded only where its download folder exists: loading it costs more than the whole search. */
async function puppeteersOwn(env: Environment): Promise<readonly string[]> {
  const folder = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer')
  if (!(await isThere(folder))) return []
  const { default: puppeteer } = await import('puppeteer')
  const kinds = ['shell', true] as const
  return kinds.flatMap((headless) => {
    try {
      return [puppeteer.executablePath({ headless })]
    } catch {
      return []
    }
  })
}
