// What is said on standard error after a run.

import { basename } from 'node:path'
import type picocolors from 'picocolors'
import type {
  BookOutcome,
  BuildOptions,
  BuildResult,
  Diagnostic,
  Loss,
  OffprintError,
  OutlineChange,
} from '../index.js'
import type { Failure } from './failure.js'
import { count, harmless, size } from './words.js'

/** How many kinds of change a summary names before it only counts them. */
const namedLosses = 3

interface Voice {
  readonly colors: ReturnType<typeof picocolors.createColors>
  readonly verbose: boolean
}

/** A run that made its outputs: what was repaired, found, changed, warned of, checked and written. */
export function summary(result: BuildResult, { colors, verbose }: Voice): string {
  const { report, made, failed = [], outputs, timings } = result
  const lines = [
    ...report.outline.flatMap(outlineLine),
    ...report.faq.map(({ questions }) => `FAQ: ${count(questions.length, 'question')}`),
    ...lossLines(report.losses, verbose),
    ...changeLines(result.changes, verbose),
    ...diagnosticLines(report.diagnostics, { colors, verbose }),
    ...printLines(report.print),
    ...checkLines(result),
    ...(verbose ? [`times: ${times(timings)}`] : []),
    ...(made ?? [{ outputs }]).map((book) => colors.green(`wrote ${book.outputs.map(outputWords).join(', ')}`)),
    ...failed.map(({ post, message }) => {
      const words = message.includes(post) ? message : `${post}: ${message}`
      return `${colors.red('not made:')} ${harmless(words)}`
    }),
    ...(made && failed.length > 0 ? [`${count(made.length, 'book')} made, ${failed.length} not made`] : []),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** A run that failed: the fact, the remedy and, for those who ask, where it came from. */
export function failureWords(
  failure: Failure,
  { colors, verbose, debug }: Voice & { readonly debug: boolean },
): string {
  const lines = [
    ...diagnosticLines(failure.diagnostics, { colors, verbose }),
    `${colors.red('error:')} ${harmless(failure.message)}`,
    ...(failure.remedy ? [harmless(failure.remedy)] : []),
    ...(debug && failure.stack ? [colors.dim(harmless(failure.stack))] : []),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Of several books, those that were not made, by their inputs; what was wrong with each was said when it failed. */
export function unmadeWords(
  books: readonly BuildOptions[],
  outcomes: readonly BookOutcome[],
  { colors, quiet }: Voice & { readonly quiet: boolean },
): string {
  const failed = outcomes.flatMap(({ error }, index) => (error ? [{ error, index }] : []))
  const [begun, left] = [failed.filter((one) => !isInterrupted(one)), failed.filter(isInterrupted)]
  if (failed.length === 0) return ''
  const lines = [
    ...begun.map(({ index }) => `${colors.red('not made:')} ${harmless(bookName(books[index], index))}`),
    ...(left.length > 0
      ? [`${colors.red('not made:')} ${count(left.length, 'book')}, for the run was interrupted`]
      : []),
    ...(quiet ? [] : [`${count(outcomes.length - failed.length, 'book')} made, ${failed.length} not made`]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function isInterrupted({ error: { code } }: { readonly error: OffprintError }): boolean {
  return code === 'interrupted'
}

function bookName(book: BuildOptions | undefined, index: number): string {
  const { title, input } = book ?? {}
  const from = [input].flat().find((one) => typeof one === 'string')
  const facts = [title && `“${title}”`, from].filter(Boolean).join(', ')
  return `book ${index + 1}${facts ? ` (${facts})` : ''}`
}

function outlineLine({ promoted, demoted, dropped }: OutlineChange): string[] {
  const words = [
    promoted > 0 && `${count(promoted, 'heading')} promoted`,
    demoted > 0 && `${count(demoted, 'heading')} demoted`,
    dropped > 0 && `${count(dropped, 'empty heading')} dropped`,
  ].filter((one) => one !== false)
  return words.length > 0 ? [`outline repaired: ${words.join(', ')}`] : []
}

function lossLines(losses: readonly Loss[], verbose: boolean): string[] {
  // Attributes come last: a reader of the book never saw them.
  const sorted = losses.toSorted((a, b) => Number(isAttribute(a)) - Number(isAttribute(b)) || b.count - a.count)
  const words = sorted.map((loss) => `${harmless(loss.message)}${loss.count > 1 ? ` (${loss.count})` : ''}`)
  if (verbose) return words.map((one) => `changed: ${one}`)
  const rest = words.length - namedLosses
  const named = words.slice(0, namedLosses).join(', ')
  if (words.length === 0) return []
  return [`changed: ${named}${rest > 0 ? ` and ${count(rest, 'more kind')} (see --verbose)` : ''}`]
}

function isAttribute({ what }: Loss): boolean {
  return what.startsWith('attribute ')
}

function changeLines(changes: BuildResult['changes'], verbose: boolean): string[] {
  if (!changes) return []
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => changes[kind].length > 0)
  if (kinds.length === 0) return ['since the last edition: nothing changed']
  const line = `since the last edition: ${kinds.map((kind) => `${changes[kind].length} ${kind}`).join(', ')}`
  const named = kinds.flatMap((kind) => changes[kind].map((url) => `${kind}: ${harmless(url)}`))
  return verbose ? [line, ...named] : [line]
}

/** Warnings and, for those who ask, notes. */
export function diagnosticLines(diagnostics: readonly Diagnostic[], { colors, verbose }: Voice): string[] {
  return diagnostics
    .filter(({ severity }) => verbose || severity !== 'note')
    .map(({ severity, message, remedy, place }) => {
      const where = place?.heading ? ` (under “${place.heading}”)` : ''
      const name = severity === 'warning' ? colors.yellow('warning:') : colors.cyan('note:')
      return `${name} ${harmless(message + where)}${remedy ? colors.dim(` ${harmless(remedy)}`) : ''}`
    })
}

function checkLines({ checks: { epub, pdf }, made = [] }: BuildResult): string[] {
  const warnings = epub && epub.warnings > 0 ? `, ${count(epub.warnings, 'warning')}` : ''
  const checked = made.flatMap((book) => book.checks.pdf ?? [])
  return [
    ...(epub ? [`EPUBCheck: ${count(epub.errors, 'error')}${warnings}`] : []),
    // Where it did not pass, a warning says why.
    ...(pdf?.passed ? [`PDF/UA-1: ${count(pdf.rules.length, 'rule')} checked, no fault`] : []),
    ...(checked.length > 0
      ? [`PDF/UA-1: no fault in ${checked.filter(({ passed }) => passed).length} of ${count(checked.length, 'PDF')}`]
      : []),
  ]
}

/** What the printed book is, in a line: pages, sheets, words, and what a printer would ask about. */
function printLines(print: BuildResult['report']['print']): string[] {
  if (!print) return []
  const { pages, sheets, wordsPerPage, pictures, fonts } = print
  const { count: shown, under150, under300 } = pictures
  const coarse = [under150 > 0 && `${under150} under 150 dpi`, under300 > 0 && `${under300} under 300 dpi`]
  const pictureFacts = [count(shown, 'picture'), ...coarse.filter((one) => one !== false)].join(', ')
  const loose = fonts.filter(({ embedded }) => !embedded).length
  const facts = [
    `${count(pages, 'page')} on ${count(sheets, 'sheet')}`,
    `${count(wordsPerPage, 'word')} a page`,
    ...(shown > 0 ? [pictureFacts] : []),
    `${count(fonts.length, 'font')}${loose > 0 ? `, ${loose} not embedded` : ' embedded'}`,
  ]
  return [`print: ${facts.join('; ')}`]
}

function outputWords({ path, format, bytes, pages }: BuildResult['outputs'][number]): string {
  const facts = [size(bytes.length), pages === undefined ? '' : count(pages, 'page')].filter(Boolean)
  return `${path ? harmless(basename(path)) : format} (${facts.join(', ')})`
}

function times(timings: Readonly<Record<string, number>>): string {
  return Object.entries(timings)
    .map(([stage, ms]) => `${stage} ${Math.round(ms)} ms`)
    .join(', ')
}
