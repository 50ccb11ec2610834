// Servers on this machine alone, and a net that may reach them.

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { collect, type Diagnostic, OffprintError } from '../../src/diagnostics.js'
import { createNet, type Net, type NetContext, type NetSettings } from '../../src/net/index.js'

export interface Hit {
  readonly path: string
  readonly headers: IncomingMessage['headers']
}

export interface Site {
  readonly port: number
  readonly origin: string
  readonly hits: readonly Hit[]
}

export async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A web server that notes what it is asked. */
export async function site(answer: (request: IncomingMessage, response: ServerResponse, site: Site) => void) {
  const hits: Hit[] = []
  let self: Site | undefined
  const listener: RequestListener = (request, response) => {
    hits.push({ path: request.url ?? '', headers: request.headers })
    if (self) answer(request, response, self)
  }
  const port = await listen(createServer(listener))
  self = { port, origin: `http://127.0.0.1:${port}`, hits }
  return self
}

/** A server below HTTP: it may say whatever it likes. */
export async function rawSite(answer: (socket: Socket, count: number) => void): Promise<Site> {
  const hits: Hit[] = []
  const port = await listen(
    createTcpServer((socket) => {
      socket.once('data', () => {
        hits.push({ path: '', headers: {} })
        answer(socket, hits.length)
      })
    }),
  )
  return { port, origin: `http://127.0.0.1:${port}`, hits }
}

export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'offprint-net-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

export interface World extends Net {
  readonly cacheDir: string
  /** How long was slept, in the order of the sleeps. */
  readonly sleeps: readonly number[]
  readonly diagnostics: () => readonly Diagnostic[]
}

/** A net with a cache of its own and a clock on which sleeping takes no time. */
export async function openNet(settings: Partial<NetSettings> = {}, context: Partial<NetContext> = {}): Promise<World> {
  const { report, diagnostics } = collect()
  const sleeps: number[] = []
  let time = 0
  const clock = {
    now: () => time,
    sleep: async (milliseconds: number) => {
      sleeps.push(milliseconds)
      time += milliseconds
    },
  }
  const cacheDir = settings.cacheDir ?? (await folder())
  const net = createNet(
    { offline: false, refresh: false, allowPrivateNetwork: true, ...settings, cacheDir },
    { report, clock, ...context },
  )
  onTestFinished(() => net.close())
  return { ...net, cacheDir, sleeps, diagnostics }
}

/** The failure of what must fail. */
export async function failureOf(promise: Promise<unknown>): Promise<OffprintError> {
  const outcome = await promise.then(
    () => new Error('It did not fail.'),
    (error: unknown) => error,
  )
  if (outcome instanceof OffprintError) return outcome
  throw outcome
}

export const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()
