// How far a build has come: one line that changes, on a terminal; elsewhere a line a stage, for those who ask and for
// stages that take long.

import type { BuildEvent } from '../index.js'

export interface Progress {
  readonly onEvent: (event: BuildEvent) => void
  /** Takes the line away until there is more to tell: what is said next begins a line. */
  readonly hide: () => void
  /** Takes the line away for good. */
  readonly end: () => void
}

interface Manner {
  readonly live: boolean
  readonly verbose: boolean
}

/** What a stage does, and what it counts. */
const words: Readonly<Record<BuildEvent['stage'], string>> = {
  read: 'reading posts',
  normalize: 'cleaning posts',
  images: 'getting pictures',
  render: 'laying out',
  print: 'printing',
  pack: 'packing',
  check: 'checking',
  write: 'writing',
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const frameTime = 100
/** Until then a rate says little. */
const settled = 2_000
/** A stage that takes longer is named, asked for or not. */
const long = 10_000

const eraseLine = '\r\u001b[2K'

export function showProgress(stream: Pick<NodeJS.WriteStream, 'write' | 'columns'>, manner: Manner): Progress {
  return manner.live ? liveLine(stream) : stageLines(stream, manner.verbose)
}

function liveLine(stream: Pick<NodeJS.WriteStream, 'write' | 'columns'>): Progress {
  let event: BuildEvent | undefined
  let start = 0
  let frame = 0
  let isShown = false
  const draw = () => {
    if (!event) return
    const line = `${frames[frame % frames.length]} ${progressWords(event, performance.now() - start)}`
    frame += 1
    isShown = true
    // A line that wraps could not be taken away.
    stream.write(`${eraseLine}${line.slice(0, (stream.columns || 80) - 1)}`)
  }
  const timer = setInterval(draw, frameTime)
  timer.unref()
  let drawn = 0
  const hide = () => {
    event = undefined
    if (isShown) stream.write(eraseLine)
    isShown = false
  }
  return {
    onEvent(next) {
      // Of books that are made side by side, the line is that of the last one that was begun.
      if (event?.book && next.book && next.book.number < event.book.number) return
      if (next.stage !== event?.stage) start = performance.now()
      event = next
      // Stages that compute let no timer run; they are shown as they tell of themselves, but not more often.
      if (performance.now() - drawn < frameTime) return
      drawn = performance.now()
      draw()
    },
    hide,
    end() {
      clearInterval(timer)
      hide()
    },
  }
}

function stageLines(stream: Pick<NodeJS.WriteStream, 'write'>, verbose: boolean): Progress {
  let last = ''
  let timer: NodeJS.Timeout | undefined
  return {
    onEvent({ stage, book }) {
      const line = `${bookWords(book)}${words[stage]} …\n`
      if (line === last) return
      last = line
      clearTimeout(timer)
      const say = () => stream.write(line)
      if (verbose) say()
      else timer = setTimeout(say, long).unref()
    },
    hide: () => clearTimeout(timer),
    end: () => clearTimeout(timer),
  }
}

/** `getting pictures 120 of 300, 14 a second, 13 s left` */
export function progressWords({ stage, progress, book }: BuildEvent, elapsed: number): string {
  const what = `${bookWords(book)}${words[stage]}`
  if (!progress || progress.total < 2) {
    const seconds = Math.floor(elapsed / 1000)
    return `${what}${seconds > 1 ? `, ${duration(seconds)}` : ''}`
  }
  const { done, total } = progress
  const counted = `${what} ${done} of ${total}`
  if (elapsed < settled || done === 0) return counted
  const rate = done / (elapsed / 1000)
  return `${counted}, ${rateWords(rate)}, ${duration(Math.ceil((total - done) / rate))} left`
}

function bookWords(book: BuildEvent['book']): string {
  return book && book.total > 1 ? `book ${book.number} of ${book.total}: ` : ''
}

function rateWords(rate: number): string {
  if (rate < 1) return `${Math.max(1, Math.round(rate * 60))} a minute`
  return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`
}

/** `13 s`, `2 min 5 s`, `1 h 4 min` */
function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
