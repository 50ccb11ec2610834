// Pictures that are got and decoded beside the text: nothing of what comes out depends on which is done first.

import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type BuildContext, build } from '../../src/index.js'
import { photo, site } from '../images/pictures.js'

const files = await Promise.all([200, 220, 240].map((width) => photo(width, 150).jpeg().toBuffer()))

function postWith(number: number, content = `<p><img src="${site}/${number}.jpg" alt="Picture ${number}"></p>`) {
  const link = `https://press.example/post-${number}/`
  return {
    id: number,
    slug: `post-${number}`,
    link,
    title: { rendered: `Post ${number}` },
    content: { rendered: content },
  }
}

const input = [0, 1, 2, 3].map((number) => postWith(number))

async function made(delays: readonly number[]) {
  const fetchBytes: BuildContext['fetchBytes'] = async (url) => {
    const number = Number(/(\d)\.jpg$/.exec(url)?.[1])
    await setTimeout(delays[number])
    const file = files[number]
    if (!file) throw new Error('the server answers 404.')
    return file
  }
  const stages: string[] = []
  const onEvent: BuildContext['onEvent'] = ({ stage, progress }) => {
    stages.push(progress ? `${stage} ${progress.done}/${progress.total}` : stage)
  }
  const { outputs, report } = await build({ input, format: ['epub'], lang: 'en' }, { fetchBytes, onEvent })
  return { sha256: outputs[0]?.sha256, said: report.diagnostics.map(({ code }) => code), stages }
}

describe('pictures beside the text', () => {
  it('give the same book and the same words, whichever comes first', async () => {
    const [one, other] = [await made([0, 0, 0, 0]), await made([60, 40, 20, 0])]
    expect(other.sha256).toBe(one.sha256)
    expect(other.said).toEqual(one.said)
    expect(one.said.filter((code) => code === 'picture-left-out')).toHaveLength(1)
  })

  it('are told of when the text is done, with their true number', async () => {
    const { stages } = await made([60, 60, 60, 60])
    const told = stages.filter((stage) => stage.startsWith('images '))
    expect(told.at(-1)).toBe('images 4/4')
    expect(stages.indexOf(told[0] ?? '')).toBeGreaterThan(stages.indexOf('images'))
    expect(stages.indexOf('images')).toBeGreaterThan(stages.lastIndexOf('normalize'))
  })

  it('are not waited for when the text cannot be read', async () => {
    const deep = postWith(9, `${'<div>'.repeat(600)}x`)
    const asked: (AbortSignal | undefined)[] = []
    const fetchBytes: BuildContext['fetchBytes'] = (_, { signal }) => {
      asked.push(signal)
      return new Promise(() => {})
    }
    const many = Array.from({ length: 100 }, (_, number) => postWith(10 + number))
    const wanted = build({ input: [...many, deep], format: ['epub'], lang: 'en' }, { fetchBytes })
    await expect(wanted).rejects.toMatchObject({ code: 'markup-too-deep' })
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every((signal) => signal?.aborted)).toBe(true)
  })
})
