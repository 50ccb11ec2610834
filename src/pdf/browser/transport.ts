// The DevTools protocol over a pair of pipes: messages end in NUL. No port is opened that others could speak to.

import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer'

/** Carries messages to and from a browser started with `--remote-debugging-pipe`. */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => {
      toBrowser.write(`${message}\0`)
    },
    close: () => {
      toBrowser.end()
    },
  }
  let parts: string[] = []
  fromBrowser.setEncoding('utf8')
  fromBrowser.on('data', (chunk: string) => {
    const messages = chunk.split('\0')
    for (const piece of messages.slice(0, -1)) {
      const message = parts.join('') + piece
      parts = []
      // One message a turn, so that what awaits an answer runs before the next event is told.
      setImmediate(() => transport.onmessage?.(message))
    }
    parts.push(messages.at(-1) ?? '')
  })
  fromBrowser.on('close', () => setImmediate(() => transport.onclose?.()))
  // A browser that dies closes its pipes; its exit is watched elsewhere.
  toBrowser.on('error', () => {})
  fromBrowser.on('error', () => {})
  return transport
}
