// The exit code of a run of which several things may be said.

import { exitCodes } from '../index.js'

const { interrupted, bug, environment, usage, check, input, strict, ok } = exitCodes

/** What concerns every run before what concerns one post. */
const worstFirst: readonly number[] = [interrupted, bug, environment, usage, check, input, strict]

/** The code of the worst of several ends. */
export function worstOf(codes: readonly number[]): number {
  return worstFirst.find((code) => codes.includes(code)) ?? ok
}
