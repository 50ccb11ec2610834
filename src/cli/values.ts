// Values of options, from what is typed.

import { InvalidArgumentError } from 'commander'
import type { OptionHelp } from '../index.js'

/** Reads one value as its flag, or its variable, has it. */
export function readerOf({
  kind,
  choices,
}: {
  kind: OptionHelp['kind']
  choices?: readonly string[] | undefined
}): (text: string) => unknown {
  if (kind === 'number') return numberOf
  return (text: string) => (choices ? oneOf(text, choices) : text)
}

interface Members {
  readonly choices?: readonly string[] | undefined
  readonly parts?: true | undefined
}

/** Numbers and fixed words may stand together: `epub,pdf`, `1,2`. Elsewhere a comma belongs to the text. */
export function membersOf(text: string, { choices, parts }: Members): readonly string[] {
  if (!parts) return [text]
  const members = text.split(',').map((member) => member.trim())
  return choices ? members.map((member) => oneOf(member, choices)) : members.filter((member) => member !== '')
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
