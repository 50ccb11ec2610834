// A WordPress site on this machine: its REST API, its pages and its feed, with the faults that real ones have.

import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Content, makeContent, random } from './content.js'
import { notFound, pageReply } from './pages.js'
import { type RestReply, restError, restReply } from './rest.js'
import { type FakeSettings, usual } from './settings.js'

/** One request, as the log has it. */
export interface Logged {
  /** Milliseconds since the server started. */
  readonly time: number
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** 0 where the connection was cut. */
  status: number
}

export interface FakeWordPress {
  readonly origin: string
  /** Where the site begins, without a slash at its end. */
  readonly home: string
  readonly content: Content
  readonly settings: FakeSettings
  readonly log: Logged[]
  /** How many requests were under way at once. */
  readonly busiest: () => number
  readonly close: () => void
}

interface Site {
  readonly content: Content
  readonly settings: FakeSettings
  readonly origin: string
  readonly chance: () => number
}

/** @param port 0 for any that is free. */
export async function startWordPress(
  given: Partial<FakeSettings> = {},
  content: Content = makeContent(3),
  port = 0,
): Promise<FakeWordPress> {
  const settings = { ...usual, ...given }
  const log: Logged[] = []
  const sockets = new Set<Socket>()
  const start = performance.now()
  const chance = random(7)
  let origin = ''
  let [running, most] = [0, 0]
  const server: Server = createServer((request, response) => {
    const logged = { time: performance.now() - start, path: request.url ?? '', headers: request.headers, status: 0 }
    log.push(logged)
    running += 1
    most = Math.max(most, running)
    response.on('finish', () => {
      logged.status = response.statusCode
    })
    response.on('close', () => {
      running -= 1
    })
    if (log.length > settings.breaksAfter) response.writeHead(500, { 'content-type': 'text/html' }).end(busyPage)
    else void answer(request, response, { content, settings, origin, chance })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { origin, home: `${origin}${settings.prefix}`, content, settings, log, busiest: () => most, close }
}

async function answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<unknown> {
  const { settings, origin, chance } = site
  if (settings.latency > 0) await sleep(settings.latency)
  if (chance() < settings.faults) return fail(response, chance())
  const url = new URL(request.url ?? '/', origin)
  const { prefix } = settings
  if (!url.pathname.startsWith(`${prefix}/`)) return send(response, notFound())
  const path = url.pathname.slice(prefix.length + 1)
  const route = routeOf(path, url, settings)
  if (route === undefined) return page(path, url, response, site)
  return rest(route, url, request, response, site)
}

function routeOf(path: string, url: URL, { permalinks }: FakeSettings): string | undefined {
  const asked = url.searchParams.get('rest_route')
  if (asked !== null) return asked.replace(/^\//, '')
  const [, ofWordPressCom] = /^wp\/v2\/sites\/[^/]+\/(.+)$/.exec(path) ?? []
  if (ofWordPressCom) return `wp/v2/${ofWordPressCom}`
  return permalinks === 'pretty' ? /^wp-json\/(.*)$/.exec(path)?.[1] : undefined
}

const busyPage = '<!DOCTYPE html><html><head><title>One moment, please</title></head><body>Busy.</body></html>'

/** One of the ways in which hosts fail for a moment. */
function fail(response: ServerResponse, which: number): unknown {
  const ways = [
    () => response.destroy(),
    () => response.writeHead(500, { 'content-type': 'text/html' }).end(busyPage),
    () => response.writeHead(503, { 'content-type': 'text/html' }).end(busyPage),
    () => response.writeHead(429, { 'retry-after': '1' }).end(),
    () => response.writeHead(200, { 'content-type': 'text/html' }).end(busyPage),
    () => response.writeHead(200, { 'content-type': 'application/json' }).end('[{"id":1,"link":"http'),
    () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9000' }).write('[{"id":')
      setTimeout(() => response.destroy(), 5)
    },
  ]
  return ways[Math.floor(which * ways.length)]?.()
}

function page(path: string, url: URL, response: ServerResponse, { content, settings, origin }: Site): unknown {
  if (!settings.pages) return send(response, { ...notFound(), status: 403 })
  const home = `${origin}${settings.prefix}`
  const root = settings.announced ?? `${home}/${settings.permalinks === 'pretty' ? 'wp-json/' : '?rest_route=/'}`
  return send(response, pageReply({ home, root, path, params: url.searchParams }, content, settings))
}

function send(
  response: ServerResponse,
  { status, type, body, headers }: { status: number; type: string; body: string; headers: object },
): unknown {
  return response.writeHead(status, { 'content-type': type, ...headers }).end(body)
}

function rest(route: string, url: URL, request: IncomingMessage, response: ServerResponse, site: Site): unknown {
  const { settings, content, origin } = site
  const login = loginOf(request, settings)
  if (login === 'wrong') {
    const text = 'The provided password is an invalid application password.'
    return sendJson(request, response, restError(401, 'incorrect_password', text), settings)
  }
  const barred = login === 'none' && barredBy(settings)
  if (barred && 'page' in barred) return send(response, { ...notFound(), ...barred.page })
  if (barred) return sendJson(request, response, barred, settings)
  const home = `${origin}${settings.prefix}`
  const reply = restReply({ route, params: url.searchParams, isLoggedIn: login === 'right', home }, content, settings)
  return sendJson(request, response, reply, settings)
}

function loginOf({ headers }: IncomingMessage, { login }: FakeSettings): 'none' | 'right' | 'wrong' {
  if (headers.authorization === undefined) return 'none'
  const wanted = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`
  return headers.authorization === wanted ? 'right' : 'wrong'
}

function barredBy({ rest: kind }: FakeSettings): RestReply | { page: { status: number; body: string } } | undefined {
  if (kind === 'login') return restError(401, 'rest_not_logged_in', 'You are not currently logged in.')
  if (kind === 'none') return { page: notFound() }
  const title = kind === 'firewall' ? 'Your access to this site has been limited' : 'The Bakery'
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><p>Sorry.</p></body></html>`
  if (kind === 'firewall') return { page: { status: 403, body } }
  return kind === 'page' ? { page: { status: 200, body } } : undefined
}

const around: Readonly<Record<FakeSettings['noise'], readonly [string, string]>> = {
  none: ['', ''],
  bom: ['\u{FEFF}', ''],
  notice: [
    '<br />\n<b>Warning</b>:  foreach() argument must be of type array in <b>/srv/bakery.php</b> on line <b>7</b><br />\n',
    '',
  ],
  tail: ['', '\n<!-- Cached page generated by a plugin -->'],
}

function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  reply: RestReply,
  settings: FakeSettings,
): unknown {
  const { status, body, headers = {} } = reply
  if (body === undefined) return send(response, { ...notFound(), status, body: busyPage })
  const [before, after] = around[settings.noise]
  const text = `${before}${JSON.stringify(body)}${after}`
  const validators = status === 200 ? validatorsOf(text, body, settings) : {}
  const all = { 'content-type': settings.jsonType, ...headers, ...validators }
  const { 'if-none-match': tag, 'if-modified-since': since } = request.headers
  const isKnown =
    (tag !== undefined && tag === validators.etag) || (since !== undefined && since === validators['last-modified'])
  return isKnown ? response.writeHead(304, validators).end() : response.writeHead(status, all).end(text)
}

function validatorsOf(text: string, body: unknown, { validators }: FakeSettings): Record<string, string> {
  if (validators === 'etag') return { etag: `"${createHash('sha256').update(text).digest('hex').slice(0, 20)}"` }
  if (validators === 'none') return {}
  const times = [body].flat().map((one) => String((Object(one) as { modified_gmt?: unknown }).modified_gmt ?? ''))
  const latest = times.sort().at(-1)
  return latest ? { 'last-modified': new Date(`${latest}Z`).toUTCString(), 'cache-control': 'no-cache' } : {}
}
