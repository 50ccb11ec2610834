import { describe, expect, it, vi } from 'vitest'
import { environmentOptions } from '../../src/cli/environment.js'
import { progressWords, showProgress } from '../../src/cli/progress.js'

function stream() {
  const written: string[] = []
  return { written, columns: 30, write: (text: string) => written.push(text) > 0 }
}

describe('progressWords', () => {
  it.each([
    [{ stage: 'print' }, 300, 'printing'],
    [{ stage: 'print' }, 75_000, 'printing, 1 min 15 s'],
    [{ stage: 'read', progress: { done: 3, total: 40 } }, 500, 'reading posts 3 of 40'],
    [
      { stage: 'images', progress: { done: 120, total: 300 } },
      10_000,
      'getting pictures 120 of 300, 12 a second, 15 s left',
    ],
    [
      { stage: 'read', progress: { done: 10, total: 5000 } },
      20_000,
      'reading posts 10 of 5000, 30 a minute, 2 h 46 min left',
    ],
    [{ stage: 'read', progress: { done: 0, total: 40 } }, 9_000, 'reading posts 0 of 40'],
  ] as const)('%j after %d ms', (event, elapsed, words) => {
    expect(progressWords(event, elapsed)).toBe(words)
  })
})

describe('showProgress', () => {
  it('writes one line over, no wider than the terminal, and takes it away', () => {
    const out = stream()
    const progress = showProgress(out, { live: true, verbose: false })
    progress.onEvent({ stage: 'images', progress: { done: 1, total: 1_000_000_000 } })
    progress.end()
    expect(out.written).toEqual(['\r\u001b[2K⠋ getting pictures 1 of 10000', '\r\u001b[2K'])
  })

  it('writes a line a stage for those who ask', () => {
    const out = stream()
    const progress = showProgress(out, { live: false, verbose: true })
    for (const done of [0, 1]) progress.onEvent({ stage: 'normalize', progress: { done, total: 2 } })
    progress.onEvent({ stage: 'render' })
    progress.end()
    expect(out.written).toEqual(['cleaning posts …\n', 'laying out …\n'])
  })

  it('names, unasked, only a stage that takes long', () => {
    vi.useFakeTimers()
    try {
      const out = stream()
      const progress = showProgress(out, { live: false, verbose: false })
      progress.onEvent({ stage: 'read' })
      vi.advanceTimersByTime(9_000)
      progress.onEvent({ stage: 'print' })
      vi.advanceTimersByTime(11_000)
      progress.end()
      expect(out.written).toEqual(['printing …\n'])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the environment', () => {
  const read = (_: object, text: string) => text
  it('gives options by their names', () => {
    const env = { OFFPRINT_PAGE_SIZE: 'a4', OFFPRINT_OFFLINE: '1', OFFPRINT_SANDBOX: 'off', OFFPRINT_TITLE: '' }
    expect(environmentOptions(env, read)).toEqual({ pageSize: 'a4', offline: true, sandbox: false })
  })

  it('leaves what is no option, or is read elsewhere, alone', () => {
    const env = { OFFPRINT_USER: 'a', OFFPRINT_APP_PASSWORD: 'b', OFFPRINT_BROWSER: '/x', OFFPRINT_NOTHING: '1' }
    expect(environmentOptions(env, read)).toEqual({})
  })

  it('refuses a switch that is neither on nor off', () => {
    expect(() => environmentOptions({ OFFPRINT_STRICT: 'perhaps' }, read)).toThrow(
      'OFFPRINT_STRICT must be 1 or 0, not "perhaps"',
    )
  })
})
