// What a build is given, what it tells, and what comes of it.

import { createHash } from 'node:crypto'
import type { AccessibilityReport, Finding } from '../check/index.js'
import type { Collector } from '../diagnostics.js'
import type { FetchBytes } from '../images/index.js'
import type { Report } from '../model.js'
import type { Format, Options } from '../options.js'
import type { BrowserAhead, PdfCheck, Printer } from '../pdf/index.js'
import type { Progress, ReadContext } from '../prepare.js'
import type { FailedBook, MadeBook } from './individual.js'
import type { Changes } from './lock.js'
import type { Places } from './places.js'
import type { Exclusive } from './stages.js'

export type Stage = 'read' | 'normalize' | 'images' | 'render' | 'print' | 'pack' | 'check' | 'write'

/** Tells that a stage begins, or how far it has come. */
export interface BuildEvent {
  readonly stage: Stage
  /** Posts or pictures; absent where a stage cannot be counted. */
  readonly progress?: { readonly done: number; readonly total: number }
  /** Which of several books it tells of, from 1; with `individual` and in `buildAll`. */
  readonly book?: { readonly number: number; readonly total: number }
}

/** The world that a build may touch; every part can be left out. */
export interface BuildContext extends ReadContext {
  /** Gets pictures at http(s) addresses. @default the one door of `net/`: public addresses only, cached on the disk */
  readonly fetchBytes?: FetchBytes
  /** Prints in a browser that several builds share. @default a browser of its own for this build */
  readonly printer?: Printer
  readonly onEvent?: (event: BuildEvent) => void
}

export interface Output {
  readonly format: Format
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string
  /** Where it was written; absent when the build was not asked to write. */
  readonly path?: string
  /** The number of pages of a PDF. */
  readonly pages?: number
  /** Whether it is the booklet of the other PDF: sheets to print and fold, which no screen reader can read. */
  readonly booklet?: true
}

export interface EpubCheck {
  readonly checker: string
  readonly errors: number
  readonly warnings: number
  readonly findings: readonly Finding[]
}

export interface BuiltPost {
  readonly id?: number
  readonly url: string
  readonly title: string
  readonly language: string
}

export interface BuildResult {
  readonly outputs: readonly Output[]
  readonly posts: readonly BuiltPost[]
  /** Where each post makes a book of its own: what is true of each; the report below is that of all together. */
  readonly made?: readonly MadeBook[]
  /** Where each post makes a book of its own: those that made none. */
  readonly failed?: readonly FailedBook[]
  /** With `lock`: what differs from the edition before, if there was one. */
  readonly changes?: Changes
  readonly report: Report
  readonly checks: { readonly epub?: EpubCheck; readonly pdf?: PdfCheck }
  /** What was measured of the EPUB, and what a person must still check. */
  readonly accessibility?: AccessibilityReport
  /** Milliseconds by stage. */
  readonly timings: Readonly<Timings>
}

/** Milliseconds by stage. */
export type Timings = Partial<Record<Stage, number>>

/** What all stages of one build share. */
export interface Run {
  readonly options: Options
  /** The style sheet of the user's own. */
  readonly styles: string | undefined
  readonly context: BuildContext
  readonly collector: Collector
  readonly timings: Timings
  /** What other books of the same run wait for; absent where no other is made beside this one. */
  readonly exclusive?: Exclusive
  /** The places that other books of the same run have taken. */
  readonly places?: Places
  /** Runs one stage: tells of it, times it, and stops before it where the caller has had enough. */
  readonly stage: <T>(name: Stage, work: () => T | Promise<T>) => Promise<T>
  /** Tells how far a stage has come. */
  readonly progress: (stage: Stage) => Progress
  /** The browser of a book that is printed, started while the text is made. */
  readonly ahead?: Promise<BrowserAhead> | undefined
}

/** What the books of one run share. */
export type Company = Pick<Run, 'exclusive' | 'places'>

/** An output before it has a place. */
export type Made = Omit<Output, 'path'>

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
