// argv and environment to a request: pure, so that every way of calling can be tested without a process.

import { Command, CommanderError, Option } from 'commander'
import {
  type BuildOptions,
  type CacheOptions,
  type CheckOptions,
  type InitOptions,
  type OptionHelp,
  optionHelp,
} from '../index.js'
import {
  type BookKind,
  cacheRequest,
  checkOptionsOf,
  heededBy,
  idleOf,
  initOptionsOf,
  type Kind,
  kindsOfRun,
} from './commands.js'
import { environmentOptions, variableOf } from './environment.js'
import { after, usage } from './help.js'
import { membersOf, readerOf } from './values.js'

/** How much is said, and in which form. */
export interface Talk {
  /** One JSON object on standard output instead of paths there and words on standard error. */
  readonly json: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly debug: boolean
  /** False if colours are not wanted, whatever the terminal can do. */
  readonly color: boolean
}

/** What the command line asks for. */
export type Request =
  | (Asked & { readonly kind: 'build' })
  | (Asked & { readonly kind: 'inspect' })
  | { readonly kind: 'check'; readonly file: string; readonly options: CheckOptions; readonly talk: Talk }
  | { readonly kind: 'init'; readonly options: InitOptions; readonly talk: Talk }
  | { readonly kind: 'cache'; readonly clears: boolean; readonly options: CacheOptions; readonly talk: Talk }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'mistake'; readonly text: string; readonly json: boolean }

interface Asked {
  /** What flags and environment say; `input` may be left to a configuration. */
  readonly options: Partial<BuildOptions>
  /** The path of a configuration; `false` where none is wanted. */
  readonly config?: string | false
  /** The file that holds the hints. */
  readonly hints?: string
  readonly talk: Talk
}

/**
 * Reads the arguments that follow the program's name.
 *
 * @param env of which only `SOURCE_DATE_EPOCH` is read here.
 * @param version is asked for only when it is to be shown.
 */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  version: () => string,
): Request {
  let said = ''
  const json = argv.includes('--json')
  const program = commandLine((text) => {
    said += text
  })
  try {
    program.parse(argv, { from: 'user' })
    const { version: asked, ...given } = program.opts<Record<string, unknown>>()
    if (asked) return { kind: 'answer', text: `${version()}\n` }
    const { kind, input } = commandOf(program)
    if (kind === 'check')
      return { kind, file: onlyInput(program, input), options: checkOptionsOf(given), talk: talkOf(given) }
    if (kind === 'cache') {
      const { cacheDir = env[variableOf('cacheDir')] } = given
      return { kind, ...cacheRequest(program, cacheDir, input), talk: talkOf(given) }
    }
    if (kind === 'init') return { kind, options: initOptionsOf(program, given, input), talk: talkOf(given) }
    const epoch = epochOf(program, env.SOURCE_DATE_EPOCH)
    const { hints, ...options } = { ...environmentOf(program, env, kind), ...optionsOf(program, given, kind) }
    const file = typeof hints === 'string' ? { hints } : {}
    const inputs = input.length === 0 ? {} : { input: inputsOf(input) }
    const { config } = given as { config?: string | boolean }
    const place = config === undefined || config === true ? {} : { config: config as string | false }
    return { kind, options: { ...options, ...epoch, ...inputs }, ...file, ...place, talk: talkOf(given) }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? { kind: 'answer', text: said } : { kind: 'mistake', text: said.trim(), json }
  }
}

function commandLine(say: (text: string) => void): Command {
  const program = new Command('offprint')
    .description('Makes an EPUB 3 and a tagged PDF of WordPress posts.')
    .usage(usage.replace('Usage: offprint ', ''))
    .argument('[input...]')
    .exitOverride()
    .configureOutput({ writeOut: say, writeErr: say, getOutHelpWidth: () => 100, getErrHelpWidth: () => 100 })
    .helpOption('-h, --help', 'show this help')
    .configureHelp({ visibleArguments: () => [] })
  for (const option of optionHelp()) {
    program.addOption(toOption(option))
    if (option.refusal) program.addOption(new Option(option.refusal, 'none at all'))
  }
  return program
    .option('-c, --config <file>', 'the configuration, in place of the one that is found')
    .option('--no-config', 'use no configuration')
    .option('--force', 'init: replace the configuration that is there')
    .option('--json', 'print one JSON object that tells everything')
    .option('-q, --quiet', 'say nothing but errors')
    .option('-v, --verbose', 'say more: notes, every change, times')
    .option('--debug', 'show where an error comes from')
    .option('--no-color', 'no colours')
    .option('-V, --version', 'show the version')
    .addHelpText('after', after)
}

function toOption({ flags, description, kind, choices, parts, default: value }: OptionHelp): Option {
  // A variadic option would swallow the input that follows it: "-o a.epub post.json".
  const words = `${description}${value && kind !== 'switch' ? ` (default: ${value})` : ''}${kind === 'list' ? `; may be repeated${parts && !choices ? ', or parted by commas' : ''}` : ''}`
  const option = new Option(flags.replace('...>', '>'), words)
  if (kind === 'list')
    option.argParser((text, list: string[] = []) => [...list, ...membersOf(text, { choices, parts })])
  else if (kind !== 'switch') {
    const read = readerOf({ kind, choices })
    option.argParser((text) => read(text))
  }
  return option
}

/** The first word says what is done, where it is one of ours; a file of that name is written `./inspect`. */
function commandOf(program: Command): { readonly kind: Kind; readonly input: readonly string[] } {
  const [word, ...rest] = program.args
  const kind = kindsOfRun.find((one) => one === word) ?? 'build'
  const idle = idleOf(kind).find((name) => program.getOptionValueSource(name) === 'cli')
  if (idle) {
    const flag = program.options.find((option) => option.attributeName() === idle)?.long
    program.error(`error: ${kind} builds nothing, so that ${flag ?? idle} has no effect`)
  }
  const input = word === kind ? rest : program.args
  if (kind !== 'init' && program.getOptionValue('force')) program.error('error: --force belongs to init')
  return { kind, input: kind === 'check' ? atLeastOne(program, input) : input }
}

function atLeastOne(program: Command, inputs: readonly string[]): readonly string[] {
  if (inputs.length > 0) return inputs
  return program.error(`error: no input was named\n${usage}`)
}

function onlyInput(program: Command, inputs: readonly string[]): string {
  const [first = '', ...rest] = inputs
  if (rest.length === 0) return first
  const list = inputs.map((input) => `"${input}"`).join(', ')
  return program.error(`error: one file is checked at a time, and here are ${inputs.length}: ${list}`)
}

/** One input is said as such: it is what most callers give. */
function inputsOf(inputs: readonly string[]): string | string[] {
  const [first = '', ...rest] = inputs
  return rest.length === 0 ? first : [...inputs]
}

/** 9999-12-31T23:59:59Z, the last second that four digits of year can tell. */
const lastSecond = 253_402_300_799

// https://reproducible-builds.org/specs/source-date-epoch/: a malformed value must be an error.
function epochOf(program: Command, text: string | undefined): { sourceDateEpoch?: number } {
  if (!text) return {}
  if (!/^\d{1,12}$/.test(text) || Number(text) > lastSecond) {
    program.error(`error: SOURCE_DATE_EPOCH must be whole seconds since 1970, not "${text}"`)
  }
  return { sourceDateEpoch: Number(text) }
}

/** What was given of the options that the command heeds. */
function optionsOf(
  program: Command,
  given: Readonly<Record<string, unknown>>,
  kind: BookKind,
): Record<string, unknown> {
  const names = heededBy(kind).filter((name) => program.getOptionValueSource(name) === 'cli')
  return Object.fromEntries(names.map((name) => [name, given[name]]))
}

function environmentOf(
  program: Command,
  env: Readonly<Record<string, string | undefined>>,
  kind: BookKind,
): Record<string, unknown> {
  try {
    const found = environmentOptions(env, ({ name, kind: form, choices, parts }, text) => {
      const read = readerOf({ kind: form, choices })
      return form === 'list' ? membersOf(text, { choices, parts }) : inVariable(name, () => read(text))
    })
    const heeded = heededBy(kind)
    return Object.fromEntries(Object.entries(found).filter(([name]) => heeded.includes(name)))
  } catch (error) {
    return program.error(`error: ${(error as Error).message}`)
  }
}

function inVariable(name: string, read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    throw new RangeError(`${variableOf(name)} is invalid. ${(error as Error).message}`)
  }
}

function talkOf(given: Readonly<Record<string, unknown>>): Talk {
  const { json = false, quiet = false, verbose = false, debug = false, color = true } = given as Partial<Talk>
  return { json, quiet, verbose: verbose && !quiet, debug, color }
}
