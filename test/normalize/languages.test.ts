// Scripts other than Latin: what language and direction come of the post, and that the books are valid.

import { describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import type { SourceHtml } from '../../src/model.js'
import { renderEpub } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { bookOf, postOf } from '../support/posts.js'

const cases = [
  [
    'ar',
    undefined,
    'ضوء النهار',
    'ينصح الباحثون بالخروج إلى ضوء النهار في الصباح، فهو يضبط الساعة التي في داخل الجسم.',
    'ar rtl',
  ],
  ['he', 'en', 'אור יום', 'החוקרים ממליצים לצאת לאור היום בבוקר, כי הוא מכוון את השעון הפנימי של הגוף.', 'he rtl'],
  ['ja', 'ja', '朝の光', '朝の光は体内時計を整え、夜の眠りを深くします。毎日同じ時刻に起きましょう。', 'ja ltr'],
  [
    'zh',
    'zh-CN',
    '早晨的阳光',
    '早晨的阳光可以调整人体的生物钟，让夜里的睡眠更好。每天应当在同一时间起床。',
    'zh-CN ltr',
  ],
  [
    'ko',
    'ko',
    '아침 햇빛',
    '아침 햇빛은 몸 안의 시계를 맞추고 밤의 잠을 깊게 합니다. 매일 같은 시각에 일어나세요.',
    'ko ltr',
  ],
] as const

function bookIn(language: string | undefined, title: string, text: string): ReturnType<typeof bookOf> {
  const { language: _, ...post } = postOf(`<p>${text}</p><h2>${title}</h2><p>${text} <em>Light</em></p>`, {
    title: title as SourceHtml,
  })
  return bookOf([language === undefined ? post : { ...post, language }])
}

describe('a post', () => {
  it.each(cases)('in %s, marked %s, has its language and direction', async (_name, marked, title, text, expected) => {
    const { metadata, body } = await bookIn(marked, title, text)
    expect(`${metadata.language} ${metadata.direction}`).toBe(expected)
    expect(body.map(({ language, direction }) => `${language} ${direction}`)).toEqual([expected, expected])
  })

  it.skipIf(!hasJava)('in any of them makes a valid book (skipped without Java)', async () => {
    const books = []
    for (const [name, marked, title, text] of cases) {
      books.push({ name: `${name}.epub`, bytes: await packEpub(renderEpub(await bookIn(marked, title, text))) })
    }
    expect(await javaEpubcheck(books)).toEqual([])
  })
})
