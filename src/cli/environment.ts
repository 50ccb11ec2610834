// Options that the environment gives: `OFFPRINT_PAGE_SIZE=a4` is `--page-size a4`.

import { type OptionHelp, optionHelp } from '../index.js'

type Environment = Readonly<Record<string, string | undefined>>

/** Names that mean more than an option: whoever reads these looks for them there. */
const readElsewhere = ['OFFPRINT_BROWSER', 'OFFPRINT_USER', 'OFFPRINT_SITE']

/** Reads a value as its flag would; what it throws says what is wrong with it. */
type ReadValue = (option: OptionHelp, text: string) => unknown

export function environmentOptions(env: Environment, readValue: ReadValue): Record<string, unknown> {
  return Object.fromEntries(
    optionHelp().flatMap((option) => {
      const name = variableOf(option.name)
      const text = env[name]
      if (!text || readElsewhere.includes(name)) return []
      return [[option.name, option.kind === 'switch' ? isOn(name, text) : readValue(option, text)]]
    }),
  )
}

/** `OFFPRINT_PAGE_SIZE` */
export function variableOf(name: string): string {
  return `OFFPRINT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

function isOn(name: string, text: string): boolean {
  if (/^(?:1|true|yes|on)$/i.test(text)) return true
  if (/^(?:0|false|no|off)$/i.test(text)) return false
  throw new RangeError(`${name} must be 1 or 0, not "${text}"`)
}
