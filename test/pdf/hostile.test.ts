// A page with every way out that was thought of: nothing is fetched, nothing runs, and the text stays.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as lib from '@pdfme/pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { printedFonts } from '../../src/pdf/glyphs/printed.js'
import { documentOf, print } from './sample.js'

let server: Server
let hits: string[] = []
let origin = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('hit')
  })
  server.on('connection', () => hits.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

function hostile(): { head: string; body: string } {
  const at = (name: string) => `http://${origin}/${name}`
  return {
    head: `
<meta http-equiv="refresh" content="0; url=${at('refresh')}"/>
<base href="${at('base/')}"/>
<link rel="stylesheet" href="${at('style.css')}"/><link rel="prefetch" href="${at('prefetch')}"/>
<link rel="preload" as="image" href="${at('preload')}"/><link rel="preconnect" href="http://${origin}"/>
<link rel="dns-prefetch" href="http://${origin}"/><link rel="icon" href="${at('icon')}"/>
<link rel="manifest" href="${at('manifest')}"/><link rel="modulepreload" href="${at('module')}"/>
<link rel="stylesheet" href="file:///etc/passwd"/>
<link rel="stylesheet" href="fonts/../../package.json"/><link rel="stylesheet" href="fonts/eb-garamond/..%2fpackage.json"/>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${at('speculation')}"]}]}</script>
<script src="${at('script.js')}"></script>
<script>document.documentElement.textContent = 'SCRIPT'; new WebSocket('ws://${origin}/socket'); fetch('${at('fetch')}')</script>
<style>@import url('${at('import.css')}'); @font-face { font-family: F; src: url('${at('font')}') }
p { font-family: F, 'EB Garamond'; background: url('${at('background')}'); cursor: url('${at('cursor')}'), auto }
p::before { content: url('${at('content')}') } li { list-style-image: url('${at('bullet')}') }
@page { @top-left { content: url('${at('margin')}') } } h1 { mask: url('${at('mask.svg')}#m'); }</style>`,
    body: `
<img src="${at('img')}" srcset="${at('srcset')} 2x" alt=""/><img src="file:///etc/passwd" alt=""/>
<img src="x:y" onerror="document.body.textContent='SCRIPT'" alt=""/>
<picture><source srcset="${at('source')}"/><img src="${at('picture')}" alt=""/></picture>
<iframe src="${at('iframe')}"></iframe><iframe src="file:///etc/passwd"></iframe>
<iframe srcdoc="&lt;img src='${at('srcdoc')}'&gt;"></iframe><iframe src="javascript:parent.document.body.textContent='SCRIPT'"></iframe>
<object data="${at('object')}"></object><embed src="${at('embed')}"/>
<video src="${at('video')}" poster="${at('poster')}" autoplay="autoplay"></video><audio src="${at('audio')}" autoplay="autoplay"></audio>
<track src="${at('track')}"/><input type="image" src="${at('input')}"/>
<svg xmlns="http://www.w3.org/2000/svg"><image href="${at('svg')}"/><use href="${at('use.svg')}#a"/><script>document.documentElement.remove()</script></svg>
<form id="f" action="${at('form')}"><button autofocus="autofocus" formaction="${at('button')}">b</button></form>
<a href="https://example.org/" ping="${at('ping')}">a link</a>
<ul><li>an item</li></ul><p>QUARTZ text stays</p>`,
  }
}

it('prints a hostile page: no request, no script, the text as it was', async () => {
  const { head, body } = hostile()
  const { bytes, pages } = await print(documentOf(body, [], head))
  expect(hits).toEqual([])
  expect(pages).toBeGreaterThan(0)
  const pdf = await lib.PDFDocument.load(bytes)
  const characters = new Set(printedFonts(lib, pdf).flatMap((font) => [...font.characters]))
  expect([...'QUARTZtexstay'].filter((character) => !characters.has(character))).toEqual([])
  // "SCRIPT" would bring a C and a P, which stand nowhere else.
  expect([...'CP'].filter((character) => characters.has(character))).toEqual([])
})

it('counts requests at all', async () => {
  await fetch(`http://${origin}/here`)
  expect(hits).toContain('/here')
  hits = []
})
