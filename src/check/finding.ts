/** What the check has found; ids are EPUBCheck's, so that they can be looked up. */
export interface Finding {
  /** `PKG-007`, `RSC-005` … */
  readonly id: string
  /** An error makes the EPUB invalid; EPUBCheck's "fatal" is one too. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  /** The file within the container. */
  readonly path?: string
  /** From 1. */
  readonly line?: number
  readonly remedy?: string
}

/** Who can find something: Offprint itself, the port of EPUBCheck, or EPUBCheck. */
export type CheckerName = 'offprint' | 'epubcheck-ts' | 'epubcheck'

/** A finding of any book's check: it says who made it, and always what to do. */
export interface CheckFinding extends Finding {
  readonly checker: CheckerName
  readonly remedy: string
}
