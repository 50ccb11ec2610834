// Takes the JSON out of a text that may hold more: notices of PHP before it, scripts and comments of plugins after it.

import { failure, type OffprintError, type ReportFn } from '../diagnostics.js'
import { type Break, jsonSpans, type Span } from './json-scan.js'
import { excerptOf, plainText } from './plain-text.js'

interface Found extends Span {
  readonly value: unknown
}

/** What is worth telling of the values that broke: there may be one at every bracket of a text. */
interface Breaks {
  /** The first that the end of the text cut off. */
  cut?: Break
  /** The first that begins as a post or a list of them does. */
  post?: Break
  longest?: Break
}

/**
 * The JSON value of a text: the whole text if it parses, else the first value in it that the REST API could have
 * sent, else the first that is at least a filled object or a list of them.
 *
 * @param wanted says of a value whether the REST API could have sent it.
 * @throws `input-is-html`, `json-truncated` or `json-invalid`.
 */
export function findJson(text: string, input: string, wanted: (value: unknown) => boolean, report: ReportFn): unknown {
  if (text.trim() === '') throw failure('input-empty', { input })
  const whole = parse(text)
  if (whole !== undefined) return whole
  if (/^\s*(?:<!doctype\s+html|<html)\b/i.test(text)) throw isHtml(text, input)

  const breaks: Breaks = {}
  const found = choose(text, wanted, (one) => keep(breaks, text, one))
  if (breaks.cut && !(found && wanted(found.value))) {
    throw failure('json-truncated', { input, count: text.length - breaks.cut.start })
  }
  // A list of posts that breaks in its middle may have a whole post after the break: to take that one loses the others.
  if (breaks.post) throw outOfPlace(text, input, breaks.post)
  if (!found) throw nothingFound(text, input, breaks.longest)
  reportNoise(text.slice(0, found.start), 'before', report)
  reportNoise(text.slice(found.end), 'after', report)
  return found.value
}

/** The value of a text that is JSON throughout. No JSON parses to undefined. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function choose(text: string, wanted: (value: unknown) => boolean, broken: (one: Break) => void): Found | undefined {
  let second: Found | undefined
  for (const span of jsonSpans(text, broken)) {
    const value: unknown = JSON.parse(text.slice(span.start, span.end))
    if (wanted(value)) return { ...span, value }
    // "foo[0]" of a notice is JSON too, but nothing that a site would send.
    if (!second && (isFilled(value) || isWholeAnswer(text, span, value))) second = { ...span, value }
  }
  return second
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isFilled)
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** An empty list counts only where nothing stands before it: `[]` is in many a notice and script. */
function isWholeAnswer(text: string, { start }: Span, value: unknown): boolean {
  return Array.isArray(value) && value.length === 0 && text.slice(0, start).trim() === ''
}

function reportNoise(text: string, where: 'before' | 'after', report: ReportFn): void {
  const noise = text.trim()
  if (noise !== '') report('json-noise', { count: countCharacters(noise), where, excerpt: excerptOf(noise) })
}

function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function keep(breaks: Breaks, text: string, one: Break): void {
  const beginning = text.slice(one.start, one.start + 100)
  if (one.at >= text.length && /^(?:\{\s*"|\[\s*\{)/.test(beginning)) breaks.cut ??= one
  if (/^\[?\s*\{\s*"(?:id|date|link|title|content)"/.test(beginning)) breaks.post ??= one
  if (one.at - one.start > (breaks.longest ? breaks.longest.at - breaks.longest.start : 0)) breaks.longest = one
}

function nothingFound(text: string, input: string, longest: Break | undefined): OffprintError {
  if (/<(?:html|head|body|title|div|p)\b[^<>]*>/i.test(text)) return isHtml(text, input)
  if (longest && longest.at - longest.start >= 20) return outOfPlace(text, input, longest)
  return failure('json-invalid', { input, reason: `it begins "${excerptOf(text)}"` })
}

function outOfPlace(text: string, input: string, { at }: Break): OffprintError {
  const reason = `after ${at} characters, "${excerptOf(text.slice(at))}" is out of place`
  return failure('json-invalid', { input, reason })
}

function isHtml(text: string, input: string): OffprintError {
  const title = plainText(/<title\b[^<>]*>([^<]*)/i.exec(text)?.[1] ?? '')
  return failure('input-is-html', { input, title: title ? ` ("${excerptOf(title)}")` : '' })
}
