// Text to outlines: bidirectional order (UAX 9), then HarfBuzz, which joins letters and places marks.

import bidiFactory from 'bidi-js'
import { Direction, Buffer as Shaping, shape } from 'harfbuzzjs'
import { emojiSequences } from '../../fonts/clusters.js'
import { type Face, type Faces, invisible } from './faces.js'

/** How a text is set. */
export interface Setting {
  readonly faces: Faces
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** A glyph; lengths are in ems, from the start of the line and its baseline, downwards. */
export interface Glyph {
  /** In the units of the font, upwards. */
  readonly path: string
  readonly unitsPerEm: number
  readonly x: number
  readonly y: number
}

export interface Shaped {
  readonly width: number
  readonly glyphs: readonly Glyph[]
}

interface Run {
  readonly text: string
  readonly face: Face
  readonly level: number
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Sets one line. Characters that no face has are left out. */
export function shapeLine(text: string, setting: Setting): Shaped {
  const glyphs: Glyph[] = []
  let width = 0
  for (const run of inVisualOrder(runsOf(text, setting))) {
    const { unitsPerEm, font } = run.face
    const buffer = new Shaping()
    buffer.addText(run.text)
    buffer.setDirection(run.level % 2 === 1 ? Direction.RTL : Direction.LTR)
    buffer.setLanguage(setting.language)
    buffer.guessSegmentProperties()
    shape(font, buffer)
    for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
      const path = font.glyphToPath(codepoint)
      if (path !== '') glyphs.push({ path, unitsPerEm, x: width + xOffset / unitsPerEm, y: -yOffset / unitsPerEm })
      width += xAdvance / unitsPerEm
    }
  }
  return { width, glyphs }
}

function runsOf(text: string, { faces, direction }: Setting): readonly Run[] {
  const levels = levelsOf(text, direction)
  const runs: Run[] = []
  let at = 0
  for (const character of partsOf(text, faces)) {
    const level = levels[at] ?? 0
    at += character.length
    const last = runs.at(-1)
    // What shows nothing, and what stands upon a letter, is set with the letter before it.
    const isBound = last !== undefined && mayBind(last.text, character) && has(last.face, character)
    const face = isBound
      ? last.face
      : (faces.faceOf(character) ?? (character.match(invisible) ? last?.face : undefined))
    if (!face) continue
    if (last && last.face === face && last.level === level) {
      runs[runs.length - 1] = { ...last, text: last.text + character }
    } else runs.push({ text: character, face, level })
  }
  return runs
}

/** The space of a font of pictographs is as wide as they are. */
function mayBind(before: string, character: string): boolean {
  return /^\p{M}$/u.test(character) || (/^\s$/u.test(character) && !endsInPicture.test(before))
}

const endsInPicture = /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|\u20E3)\p{Default_Ignorable_Code_Point}*$/u

/** The characters, and whole the emoji sequences that one face draws as one picture. */
function partsOf(text: string, faces: Faces): readonly string[] {
  const whole = emojiSequences(text).filter((sequence) => faces.faceOf(sequence))
  if (whole.length === 0) return [...text]
  // A longer one may begin with a shorter.
  const wanted = whole.toSorted((a, b) => b.length - a.length).map((one) => one.replace(/\*/g, '\\*'))
  return text
    .split(new RegExp(`(${wanted.join('|')})`, 'u'))
    .flatMap((part) => (whole.includes(part) ? [part] : [...part]))
}

function has({ codes }: Face, character: string): boolean {
  return codes.has(character.codePointAt(0) ?? 0)
}

function levelsOf(text: string, direction: 'ltr' | 'rtl'): ArrayLike<number> {
  if (direction === 'ltr' && !rightToLeft.test(text)) return []
  // The package is CommonJS, and its types are written for a module: its default export is the factory itself.
  const factory = bidiFactory as unknown as typeof bidiFactory.default
  return factory().getEmbeddingLevels(text, direction).levels
}

/** Rule L2: from the highest level to the lowest odd one, what stands at it or above is turned round. */
function inVisualOrder(runs: readonly Run[]): readonly Run[] {
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  let order = [...runs]
  for (let level = highest; level > 0; level -= 1) {
    const turned: Run[] = []
    let open: Run[] = []
    for (const run of order) {
      if (run.level >= level) open = [run, ...open]
      else {
        turned.push(...open, run)
        open = []
      }
    }
    order = [...turned, ...open]
  }
  return order
}
