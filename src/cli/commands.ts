// The commands besides building: which options each of them heeds, and what it makes of them.

import type { Command } from 'commander'
import { type CacheOptions, type CheckOptions, type InitOptions, optionHelp } from '../index.js'

export type BookKind = 'build' | 'inspect'
export const kindsOfRun = ['build', 'inspect', 'check', 'init', 'cache'] as const
export type Kind = (typeof kindsOfRun)[number]

/** What a check heeds. */
const ofChecking = ['maxInput', 'timeout']

/** What the cache heeds. */
const ofCache = ['cacheDir']

/** What a new configuration heeds. */
const ofInit = ['offline', 'refresh', 'cacheDir', 'allowPrivateNetwork', 'output']

/** What only a build heeds. */
const ofLook = ['edition', 'theme', 'cover', 'pageSize', 'themeColor', 'css', 'fit']
const ofBuilding = [
  'output',
  'outputDir',
  'format',
  ...ofLook,
  'browser',
  'pdfA',
  'sandbox',
  'strict',
  'timeout',
  'maxPages',
  'concurrency',
]

export function idleOf(kind: Kind): readonly string[] {
  if (kind === 'build') return []
  const names = optionHelp().map(({ name }) => name)
  if (kind === 'inspect') return ofBuilding
  const heeded = { init: ofInit, check: ofChecking, cache: ofCache }[kind]
  return names.filter((name) => !heeded.includes(name))
}

export function checkOptionsOf(given: Readonly<Record<string, unknown>>): CheckOptions {
  return Object.fromEntries(ofChecking.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]))
}

export function heededBy(kind: BookKind): readonly string[] {
  const names = optionHelp().map(({ name }) => name)
  return kind === 'inspect' ? names.filter((name) => !ofBuilding.includes(name)) : names
}

/** `-o` says where it is written; its ending may be any that a configuration has. */
export function initOptionsOf(
  program: Command,
  given: Readonly<Record<string, unknown>>,
  input: readonly string[],
): InitOptions {
  const [site, ...rest] = input
  if (rest.length > 0) program.error(`error: one site has one configuration, and here are ${input.length}`)
  const { output, force } = given as { output?: readonly string[]; force?: boolean }
  const names = ofInit.filter((name) => name !== 'output' && given[name] !== undefined)
  return {
    ...Object.fromEntries(names.map((name) => [name, given[name]])),
    ...(site === undefined ? {} : { site }),
    ...(output?.[0] === undefined ? {} : { path: output[0] }),
    ...(force ? { force } : {}),
  }
}

export function cacheRequest(
  program: Command,
  cacheDir: unknown,
  [order, ...more]: readonly string[],
): { readonly clears: boolean; readonly options: CacheOptions } {
  if ((order !== undefined && order !== 'clear') || more.length > 0)
    program.error('error: the cache is shown by "offprint cache" and emptied by "offprint cache clear"')
  return { clears: order === 'clear', options: typeof cacheDir === 'string' && cacheDir !== '' ? { cacheDir } : {} }
}
