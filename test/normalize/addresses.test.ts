// Whatever stands in `href` and `src`, the addresses in the book are such that EPUBCheck has nothing to say of them.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import { renderEpub } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { bookOf, postOf } from '../support/posts.js'

const starts = ['https://ex.org', 'http://a:b@ex.org', 'https://[2001:db8::1]:80', 'https://é.example', '', '//ex.org']
const opaque = ['mailto:a@b.example', 'tel:+46', 'https://a', 'https://', 'https://..', 'https://a..b']
const pieces = fc.oneof(
  fc.constantFrom(...'%|^{}[]\\"<>`#?/:@&=;,!$\'()*+~_-. \t'.split('')),
  fc.constantFrom('%zz', '%4', '%41', '%25', '##', '//', '/../', '睡', '😀', '\u00A0', '\u0085', '\uFDD0', 'x', '7'),
)
const address = fc
  .tuple(fc.constantFrom(...starts, ...opaque), fc.array(pieces, { minLength: 1, maxLength: 12 }))
  .map(([start, rest]) => `${start}${start.startsWith('mailto') || start === 'https://a' ? '' : '/'}${rest.join('')}`)

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

it.skipIf(!hasJava)('any address makes a valid book (skipped without Java)', { timeout: 60_000 }, async () => {
  const found = fc.sample(address, { numRuns: 3000, seed: 7 })
  const content = found.map((one) => `<p><a href="${quoted(one)}">x</a> <img src="${quoted(one)}" alt="x"></p>`)
  const book = await packEpub(renderEpub(await bookOf([postOf(content.join('\n'))])))
  const messages = await javaEpubcheck([{ name: 'addresses.epub', bytes: book }])
  expect([...new Set(messages.map(({ id, message }) => `${id} ${message.slice(0, 200)}`))]).toEqual([])
})
