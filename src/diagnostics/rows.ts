// How the rows of the table are written, and how their holes are filled.

/** Exit codes, by cause. Never renumbered. */
export const exitCodes = {
  ok: 0,
  bug: 1,
  usage: 2,
  input: 3,
  strict: 4,
  check: 5,
  environment: 6,
  interrupted: 130,
} as const

type ExitCause = keyof typeof exitCodes

export interface ErrorRow {
  readonly severity: 'error'
  readonly cause: ExitCause
  readonly message: string
  readonly remedy: string
}

export interface SpokenRow {
  /** A warning fails a strict build; a note never does; a loss is counted, and names in `message` what stands there now. */
  readonly severity: 'warning' | 'note' | 'loss'
  readonly message: string
  readonly remedy: string
}

type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}` ? Named<Hole> | Holes<Rest> : never
type Named<Hole extends string> = Hole extends `${infer Name}|${string}` ? Name : Hole

/** What a row must be told. */
export type Fill<Row extends { message: string; remedy: string }> = Readonly<
  Record<Holes<Row['message'] | Row['remedy']>, string | number>
>

/** `{name}`, or `{count|one|more}`, in which # is the number. */
export function fill(text: string, details: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, hole: string, one?: string, more = '') => {
    const value = String(details[hole])
    return one === undefined ? value : (value === '1' ? one : more).replace('#', value)
  })
}
