// How far a build has come: one line that changes, on a terminal; elsewhere a line a stage, for those who ask and for
// stages that take long.

import type { BuildEvent } from '../index.js'

export interface Progress {
  readonly onEvent: (event: BuildEvent) => void
  /** Takes the line away; what is said next begins a line. */
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
  return {
    onEvent(next) {
      if (next.stage !== event?.stage) start = performance.now()
      event = next
      // Stages that compute let no timer run; they are shown as they tell of themselves, but not more often.
      if (performance.now() - drawn < frameTime) return
      drawn = performance.now()
      draw()
    },
    end() {
      clearInterval(timer)
      event = undefined
      if (isShown) stream.write(eraseLine)
    },
  }
}

function stageLines(stream: Pick<NodeJS.WriteStream, 'write'>, verbose: boolean): Progress {
  let last: BuildEvent['stage'] | undefined
  let timer: NodeJS.Timeout | undefined
  return {
    onEvent({ stage }) {
      if (stage === last) return
      last = stage
      clearTimeout(timer)
      const say = () => stream.write(`${words[stage]} …\n`)
      if (verbose) say()
      else timer = setTimeout(say, long).unref()
    },
    end: () => clearTimeout(timer),
  }
}

/** `getting pictures 120 of 300, 14 a second, 13 s left` */
export function progressWords({ stage, progress }: BuildEvent, elapsed: number): string {
  if (!progress || progress.total < 2) {
    const seconds = Math.floor(elapsed / 1000)
    return `${words[stage]}${seconds > 1 ? `, ${duration(seconds)}` : ''}`
  }
  const { done, total } = progress
  const counted = `${words[stage]} ${done} of ${total}`
  if (elapsed < settled || done === 0) return counted
  const rate = done / (elapsed / 1000)
  return `${counted}, ${rateWords(rate)}, ${duration(Math.ceil((total - done) / rate))} left`
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
