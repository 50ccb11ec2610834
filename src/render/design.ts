// What the options say of the look, as measures: the page, the room for tables, the colour, the fonts.

import type { ReportFn } from '../diagnostics.js'
import type { Edition, Theme } from '../options/look.js'
import type { LinkForm, ShopLinkForm } from '../options/paper.js'
import { type Page, pageOf } from './page.js'
import { inScriptOf } from './script-measures.js'
import type { TableRoom } from './table-fit.js'
import { lookOf, type Tokens } from './theme.js'
import { readableColor } from './theme-color.js'

export interface PrintSettings {
  readonly edition?: Edition | undefined
  readonly theme?: Theme | undefined
  readonly pageSize?: string | undefined
  readonly themeColor?: string | undefined
  /** CSS of the user's own, which comes last. */
  readonly styles?: string | undefined
  /** Type size as a part of the usual one. */
  readonly density?: number
  /** Whether the column for notes of a handout gives way to a second column of text. @default false */
  readonly crowded?: boolean
  readonly tocDepth?: number
  /** On which pages chapters begin. @default 'any' */
  readonly openers?: 'any' | 'recto'
  /** How addresses are printed. @default 'notes' */
  readonly links?: LinkForm
  /** How those of shops are. @default 'short' */
  readonly shopLinks?: ShopLinkForm
  /** Millimetres that pages run on past their trim. @default 0 */
  readonly bleed?: number | undefined
  /** Whether crop marks are drawn outside the trim. @default false */
  readonly marks?: boolean
}

export interface Design {
  readonly page: Page
  readonly mirrored: boolean
  /** Where the title of an article stands. */
  readonly opening: Tokens['opening']
  readonly color: string
  readonly fonts: readonly string[]
  readonly sheets: readonly string[]
  readonly table: TableRoom
  /** Characters of a running head that stands on one line. */
  readonly headLength: number
  /** Characters of a line that is set to both edges; 0 where the lines are ragged. */
  readonly justified: number
}

/** Of EB Garamond, by which the widths of words in tables are reckoned. */
const reckonedFace = 0.378
/** Tables are set in type of this part of the text's, and a reckoning of widths may err by this much. */
const tableType = 0.87
const careful = 0.915
const fewestCharacters = 45
/** Of a handout that is to fit: on A4 fifteen millimetres, which any printer leaves white. */
const narrowMargins: Tokens['margins'] = { top: 0.055, bottom: 0.07, inner: 0.075, outer: 0.075 }
const headSize = 9.5
/** Ems of a character of any theme's running heads, with some to spare. */
const headCharacter = 0.5

/** `language`: the book's, whose script may want other measures. */
export function designOf(settings: PrintSettings, report: ReportFn = () => {}, language = 'en'): Design {
  const { tokens: usual, sheets } = lookOf(settings.edition, settings.theme)
  const isCrowded = settings.crowded === true && settings.edition === 'handout'
  const inScript = inScriptOf(language, usual)
  const tokens = isCrowded ? crowded(inScript) : inScript
  const page = pageOf(tokens, settings.pageSize, settings.density)
  const count = page.charactersPerLine
  if (count < fewestCharacters) report('measure-short', { count })
  const ems = (width: number) =>
    ((width / (page.size * tableType)) * careful * reckonedFace) / Math.max(tokens.emPerCharacter, reckonedFace)
  return {
    page,
    mirrored: tokens.mirrored,
    opening: tokens.opening,
    color: colorOf(settings.themeColor, report) ?? tokens.color,
    fonts: tokens.fonts,
    sheets,
    headLength: Math.floor((page.width - page.inner - page.outer) / ((tokens.headSize ?? headSize) * headCharacter)),
    table: { measure: ems(page.measure), turned: ems(page.depth), sizes: tokens.tableSizes },
    justified: tokens.justified ? Math.floor(page.measure / (page.size * tokens.emPerCharacter)) : 0,
  }
}

/** Less room for everything but the letters; those of a broad face, which look larger, may be a point smaller. */
function crowded(tokens: Tokens): Tokens {
  const [least, most] = tokens.size
  const isBroad = tokens.emPerCharacter > 0.42
  return {
    ...tokens,
    notes: 0,
    columns: 2,
    margins: narrowMargins,
    size: [isBroad ? Math.max(9, least - 1) : least, most],
  }
}

function colorOf(wanted: string | undefined, report: ReportFn): string | undefined {
  if (wanted === undefined) return undefined
  const color = readableColor(wanted)
  if (color !== wanted.toLowerCase()) report('theme-color-darkened', { color: wanted, darker: color })
  return color
}
