// Options as the command line shows them.

import { z } from 'zod'

/** One option as the command line shows it. */
export interface OptionHelp {
  readonly name: string
  readonly flags: string
  readonly description: string
  readonly default?: string
  /** The flag that wants none of it, where there is one. */
  readonly refusal?: string
  /** How its value is given: a list is a flag that may be repeated, a switch takes none. */
  readonly kind: 'text' | 'number' | 'list' | 'switch'
  /** Of a list, whether a comma parts its members: numbers and fixed words hold none. */
  readonly parts?: true
  /** The only values that it, or each of its members, may have. */
  readonly choices?: readonly string[]
}

/** How the value of a field is given. */
export function kindOf(field: z.core.$ZodType): Pick<OptionHelp, 'kind' | 'choices' | 'parts'> {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return kindOf(field.unwrap())
  if (field instanceof z.ZodArray) {
    const member = kindOf(field.element)
    const parts = member.kind === 'number' || member.choices !== undefined
    return { ...member, kind: 'list', ...(parts ? { parts } : {}) }
  }
  // The command line has the first of several ways to say a thing.
  if (field instanceof z.ZodUnion) return kindOf(field.options[0] as z.core.$ZodType)
  if (field instanceof z.ZodEnum) return { kind: 'text', choices: field.options.map(String) }
  if (field instanceof z.ZodNumber) return { kind: 'number' }
  return { kind: field instanceof z.ZodBoolean ? 'switch' : 'text' }
}
