// What `offprint check` prints for people.

import { basename } from 'node:path'
import type picocolors from 'picocolors'
import type { CheckResult } from '../index.js'
import { count, harmless } from './words.js'

type Finding = CheckResult['findings'][number]

interface Voice {
  readonly colors: ReturnType<typeof picocolors.createColors>
  readonly quiet: boolean
  readonly verbose: boolean
}

const checkerNames: Readonly<Record<CheckResult['checkers'][number]['name'], string>> = {
  offprint: 'Offprint',
  'epubcheck-ts': 'epubcheck-ts',
  epubcheck: 'EPUBCheck',
}

/** The findings by file, one line each, and a closing line with their counts and who looked. */
export function checkWords(file: string, result: CheckResult, voice: Voice): string {
  const { findings, accessibility } = result
  const shown = voice.quiet ? findings.filter(({ severity }) => severity === 'error') : findings
  const paths = [...new Set(shown.map(({ path }) => path))]
  const lines = [
    ...paths.flatMap((path) => [
      voice.colors.bold(harmless(path ?? basename(file))),
      ...shown.filter((finding) => finding.path === path).map((finding) => findingLine(finding, voice)),
    ]),
    ...(voice.verbose
      ? ['still to be checked by a person:', ...(accessibility?.toCheck ?? []).map((one) => `  ${one}`)]
      : []),
    ...(voice.quiet ? [] : [closingLine(file, result, voice)]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function findingLine({ id, severity, message, line, remedy }: Finding, { colors }: Voice): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity]
  const place = line === undefined ? '' : `line ${line}: `
  const end = /[.!?]$/.test(message) ? '' : '.'
  return `  ${paint(`${severity} ${id}`)} ${place}${harmless(message)}${end} ${colors.dim(harmless(remedy))}`
}

function closingLine(file: string, { ok, errors, warnings, checkers }: CheckResult, { colors }: Voice): string {
  const ran = checkers
    .filter((checker) => checker.ran)
    .map(({ name, version }) => [checkerNames[name], version].filter(Boolean).join(' '))
  const absent = checkers
    .filter((checker) => !checker.ran)
    .map(({ name, reason = '' }) => `; ${checkerNames[name]} did not run: ${harmless(reason)}`)
  const facts = `${count(errors, 'error')}, ${count(warnings, 'warning')} (checked by ${ran.join(', ')}${absent.join('')})`
  return `${(ok ? colors.green : colors.red)(harmless(basename(file)))}: ${facts}`
}
