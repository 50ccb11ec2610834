// Colours of covers, and how well one can be read upon another.

import { createHash } from 'node:crypto'

export type Colour = readonly [red: number, green: number, blue: number]

export const light: Colour = [250, 246, 236]
export const dark: Colour = [28, 26, 23]

/** A field and what adorns it. Each field is deep enough for light letters. */
export interface Scheme {
  readonly field: Colour
  readonly accent: Colour
}

const schemes: readonly Scheme[] = [
  { field: [31, 52, 74], accent: [214, 168, 92] },
  { field: [38, 66, 56], accent: [217, 180, 110] },
  { field: [94, 36, 42], accent: [226, 183, 140] },
  { field: [58, 43, 74], accent: [219, 170, 150] },
  { field: [24, 78, 84], accent: [230, 190, 120] },
  { field: [62, 58, 52], accent: [212, 160, 110] },
  { field: [120, 62, 36], accent: [240, 205, 150] },
  { field: [44, 54, 96], accent: [222, 176, 168] },
]

/** The same work always has the same colours. */
export function schemeOf(identifier: string): Scheme {
  const [byte = 0] = createHash('sha256').update(identifier).digest()
  return schemes[byte % schemes.length] as Scheme
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** A colour with so much of another one in it. */
export function mixed(one: Colour, other: Colour, share: number): Colour {
  return one.map((value, index) => Math.round(value * (1 - share) + (other[index] ?? 0) * share)) as unknown as Colour
}

export function hex(colour: Colour): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
