// Every way out of a page that was thought of: requests to a server that counts them, files of the machine, scripts.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CountingServer {
  /** `127.0.0.1:4711` */
  readonly origin: string
  readonly hits: readonly string[]
  readonly close: () => void
}

/** Counts connections too: not every way out ends in a request. */
export async function countingServer(): Promise<CountingServer> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('hit')
  })
  server.on('connection', () => hits.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `127.0.0.1:${(server.address() as AddressInfo).port}`, hits, close: () => server.close() }
}

interface Traps {
  readonly origin: string
  /** The path of a file of which nothing may be seen. */
  readonly secret: string
}

/** What stands in the head of a hostile page. */
export function hostileHead({ origin, secret }: Traps): string {
  const at = (name: string) => `http://${origin}/${name}`
  return `
<meta http-equiv="refresh" content="0; url=${at('refresh')}"/>
<meta http-equiv="refresh" content="0; url=data:text/html,gone"/>
<meta http-equiv="set-cookie" content="a=b"/>
<meta http-equiv="Content-Security-Policy" content="default-src *"/>
<base href="${at('base/')}"/>
<link rel="stylesheet" href="${at('style.css')}"/><link rel="prefetch" href="${at('prefetch')}"/>
<link rel="preload" as="image" href="${at('preload')}"/><link rel="preconnect" href="http://${origin}"/>
<link rel="preload" as="image" imagesrcset="${at('imagesrcset')} 1x"/><link rel="prerender" href="${at('prerender')}"/>
<link rel="dns-prefetch" href="http://${origin}"/><link rel="icon" href="${at('icon')}"/>
<link rel="manifest" href="${at('manifest')}"/><link rel="modulepreload" href="${at('module')}"/>
<link rel="import" href="${at('import')}"/><link rel="search" href="${at('search')}"/><link rel="next" href="${at('next')}"/>
<link rel="stylesheet" href="file://${secret}"/><link rel="stylesheet" href="FILE://localhost${secret}"/>
<link rel="stylesheet" href="fonts/../../package.json"/><link rel="stylesheet" href="fonts/eb-garamond/..%2fpackage.json"/>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${at('speculation')}"]}]}</script>
<script type="importmap">{"imports":{"a":"${at('importmap')}"}}</script>
<script src="${at('script.js')}"></script><script type="module">import '${at('module.js')}'</script>
<script>document.documentElement.textContent = 'SCRIPT'; new WebSocket('ws://${origin}/socket'); fetch('${at('fetch')}');
navigator.sendBeacon('${at('beacon')}'); new EventSource('${at('events')}'); open('${at('open')}'); location = '${at('location')}'</script>
<style>@import url('${at('import.css')}'); @import url('file://${secret}');
@font-face { font-family: F; src: url('${at('font')}') } @font-face { font-family: G; src: url('file://${secret}') }
p { font-family: F, G, 'EB Garamond'; background: url('${at('background')}'); cursor: url('${at('cursor')}'), auto }
p { border-image: url('${at('border')}') 1; background: image-set(url('${at('set')}') 1x); filter: url('${at('filter.svg')}#f') }
p { clip-path: url('${at('clip.svg')}#c'); shape-outside: url('${at('shape')}'); mask-image: url('${at('mask')}') }
p::before { content: url('${at('content')}') } li { list-style-image: url('${at('bullet')}') }
a[href^="h"] { background: url('${at('attribute')}') } @property --x { syntax: '*'; inherits: false; initial-value: url('${at('property')}') }
@page { @top-left { content: url('${at('margin')}') } } h1 { mask: url('${at('mask.svg')}#m'); }</style>`
}

/** What stands in its body, beside the words that are to stay. */
export function hostileBody({ origin, secret }: Traps): string {
  const at = (name: string) => `http://${origin}/${name}`
  return `
<img src="${at('img')}" srcset="${at('srcset')} 2x" alt=""/><img src="file://${secret}" alt=""/>
<img src="file:${secret}" alt=""/><img src="\\\\127.0.0.1\\share\\a" alt=""/><img src="//${origin}/scheme" alt=""/>
<img src="filesystem:http://${origin}/temporary/a" alt=""/><img src="blob:http://${origin}/a" alt=""/>
<img src="x:y" onerror="document.body.textContent='SCRIPT'" alt=""/><img src="ftp://${origin}/ftp" alt=""/>
<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='${at('svg-in-data')}'/%3E%3Cscript%3Efetch('${at('svg-script')}')%3C/script%3E%3C/svg%3E" alt=""/>
<picture><source srcset="${at('source')}"/><img src="${at('picture')}" alt=""/></picture>
<iframe src="${at('iframe')}"></iframe><iframe src="file://${secret}"></iframe><iframe src="view-source:file://${secret}"></iframe>
<iframe srcdoc="&lt;img src='${at('srcdoc')}'&gt;&lt;script&gt;parent.document.body.textContent='SCRIPT'&lt;/script&gt;"></iframe>
<iframe src="javascript:parent.document.body.textContent='SCRIPT'"></iframe><iframe src="data:text/html,&lt;script&gt;top.location='${at('top')}'&lt;/script&gt;"></iframe>
<object data="${at('object')}"></object><object data="file://${secret}" type="text/plain"></object><embed src="${at('embed')}"/>
<embed src="file://${secret}" type="text/html"/><portal src="${at('portal')}"></portal><fencedframe src="${at('fenced')}"></fencedframe>
<video src="${at('video')}" poster="${at('poster')}" autoplay="autoplay"></video><audio src="${at('audio')}" autoplay="autoplay"></audio>
<video><source src="${at('video-source')}"/><track default="default" src="${at('video-track')}"/></video>
<track src="${at('track')}"/><input type="image" src="${at('input')}"/><bgsound src="${at('sound')}"/>
<table background="${at('table')}"><tbody><tr><td background="${at('cell')}">a cell</td></tr></tbody></table>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image href="${at('svg')}"/><image xlink:href="file://${secret}"/>
<use href="${at('use.svg')}#a"/><feImage href="${at('feimage')}"/><a href="x"><set attributeName="href" to="${at('set-href')}"/></a>
<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${at('foreign')}"></iframe></foreignObject>
<script>document.documentElement.remove()</script></svg>
<form id="f" action="${at('form')}"><button autofocus="autofocus" onfocus="submit()" formaction="${at('button')}">b</button></form>
<details open="open" ontoggle="document.body.textContent='SCRIPT'"><summary>s</summary>d</details>
<a href="https://example.org/" ping="${at('ping')}" attributionsrc="${at('attribution')}">a link</a>
<ul><li>an item</li></ul><p>QUARTZ text stays</p>`
}
