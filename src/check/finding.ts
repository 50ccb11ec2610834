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
