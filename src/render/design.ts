// What the options say of the look, as measures: the page, the room for tables, the colour, the fonts.

import type { ReportFn } from '../diagnostics.js'
import type { Edition, Theme } from '../options/look.js'
import type { LinkForm, ShopLinkForm } from '../options/paper.js'
import { type Page, pageOf } from './page.js'
import { inScriptOf } from './script-measures.js'
import type { TableRoom } from './table-fit.js'
import { lookOf } from './theme.js'
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
  readonly color: string
  readonly fonts: readonly string[]
  readonly sheets: readonly string[]
  readonly table: TableRoom
  /** Characters of a line that is set to both edges; 0 where the lines are ragged. */
  readonly justified: number
}

/** Of EB Garamond, by which the widths of words in tables are reckoned. */
const reckonedFace = 0.378
/** Tables are set in type of this part of the text's, and a reckoning of widths may err by this much. */
const tableType = 0.87
const careful = 0.915
const fewestCharacters = 45

/** `language`: the book's, whose script may want other measures. */
export function designOf(settings: PrintSettings, report: ReportFn = () => {}, language = 'en'): Design {
  const look = lookOf(settings.edition, settings.theme)
  const { sheets } = look
  const tokens = inScriptOf(language, look.tokens)
  const page = pageOf(tokens, settings.pageSize, settings.density)
  const count = page.charactersPerLine
  if (count < fewestCharacters) report('measure-short', { count })
  const ems = (width: number) =>
    ((width / (page.size * tableType)) * careful * reckonedFace) / Math.max(tokens.emPerCharacter, reckonedFace)
  return {
    page,
    mirrored: tokens.mirrored,
    color: colorOf(settings.themeColor, report) ?? tokens.color,
    fonts: tokens.fonts,
    sheets,
    table: { measure: ems(page.measure), turned: ems(page.depth), sizes: tokens.tableSizes },
    justified: tokens.justified ? Math.floor(page.measure / (page.size * tokens.emPerCharacter)) : 0,
  }
}

function colorOf(wanted: string | undefined, report: ReportFn): string | undefined {
  if (wanted === undefined) return undefined
  const color = readableColor(wanted)
  if (color !== wanted.toLowerCase()) report('theme-color-darkened', { color: wanted, darker: color })
  return color
}
