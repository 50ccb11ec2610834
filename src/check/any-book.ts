// The check of any EPUB, also one that Offprint did not make: every checker that is there, their findings as one list.

import { type AccessibilityReport, measureAccessibility } from './accessibility.js'
import { checkContainer } from './container.js'
import type { CheckerName, CheckFinding, Finding } from './finding.js'
import { checkWithJava, type JavaSettings } from './java.js'
import { remedyFor } from './remedies.js'

export interface Checker {
  readonly name: CheckerName
  readonly ran: boolean
  readonly version?: string
  /** Why it did not run. */
  readonly reason?: string
}

export interface BookCheck {
  readonly checkers: readonly Checker[]
  /** Ordered by file and line; what is of the whole book comes first. */
  readonly findings: readonly CheckFinding[]
  /** Absent where the EPUB cannot be unpacked. */
  readonly accessibility?: AccessibilityReport
}

/**
 * Rules of ours that the specification puts as advice, or that makers of other books have their reasons to break: a
 * shop keeps files of its own in META-INF.
 */
const houseRules = new Set(['OPF-003', 'PKG-009'])

export async function checkAnyBook(bytes: Uint8Array, settings: JavaSettings): Promise<BookCheck> {
  const container = checkContainer(bytes)
  const own = container.findings.map((finding) => signed(asAdvice(finding), 'offprint'))
  if (!container.readable) {
    const reason = 'the file cannot be unpacked'
    const others = (['epubcheck-ts', 'epubcheck'] as const).map((name) => ({ name, ran: false, reason }))
    return { checkers: [{ name: 'offprint', ran: true }, ...others], findings: own }
  }
  const { checkPublication } = await import('./publication.js')
  const port = (await checkPublication(bytes)).map((finding) => signed(asAdvice(finding), 'epubcheck-ts'))
  const java = await checkWithJava(bytes, settings)
  const oracle = java.ran ? java.findings.map((finding) => signed(finding, 'epubcheck')) : []
  return {
    checkers: [
      { name: 'offprint', ran: true },
      { name: 'epubcheck-ts', ran: true },
      java.ran
        ? { name: 'epubcheck', ran: true, version: java.version }
        : { name: 'epubcheck', ran: false, reason: java.reason },
    ],
    findings: merge([oracle, own, port]),
    accessibility: measureAccessibility(bytes),
  }
}

function asAdvice(finding: Finding): Finding {
  return houseRules.has(finding.id) && finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding
}

function signed(finding: Finding, checker: CheckerName): CheckFinding {
  return { ...finding, remedy: finding.remedy ?? remedyFor(finding.id), checker }
}

/**
 * The findings of all checkers, those of the first believed most. What one of them says of an id in a file, or of a
 * line, another does not say again: they word the same fault differently, and count its lines differently.
 */
function merge(lists: readonly (readonly CheckFinding[])[]): readonly CheckFinding[] {
  const told = new Set<string>()
  const merged: CheckFinding[] = []
  for (const list of lists) {
    const fresh = list.filter((finding) => !keysOf(finding).some((key) => told.has(key)))
    const exact = new Map(fresh.map((finding) => [`${finding.path} ${finding.line} ${finding.message}`, finding]))
    merged.push(...exact.values())
    for (const finding of fresh) for (const key of keysOf(finding)) told.add(key)
  }
  const place = ({ path = '' }: Finding) => path
  return merged.sort((a, b) => compare(place(a), place(b)) || (a.line ?? 0) - (b.line ?? 0))
}

function keysOf({ id, path = '', line }: Finding): readonly string[] {
  return [`${id} ${path}`, ...(line === undefined ? [] : [`${path}:${line}`])]
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
