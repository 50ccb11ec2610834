import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArtifactRules, markArtifacts } from '../../src/pdf/finish/content/artifacts.js'
import { readMark, readName } from '../../src/pdf/finish/content/marks.js'
import { eachPainting } from '../../src/pdf/finish/content/paint.js'
import { eachOperation, operatorCode } from '../../src/pdf/finish/content/scan.js'

const bytes = (text: string) => Buffer.from(text, 'latin1')

/** Every operation as it stands in the content. */
function operations(content: Uint8Array): string[] {
  const found: string[] = []
  eachOperation(content, (_, start, end) => found.push(Buffer.from(content).toString('latin1', start, end)))
  return found
}

const none: ArtifactRules = { isArtifact: () => false, isMarkedInside: () => false }

function marked(text: string, rules = none): string | undefined {
  const result = markArtifacts(bytes(text), rules)
  return result && Buffer.from(result).toString('latin1').replace(/\s+/g, ' ').trim()
}

describe('operations of a content stream', () => {
  it.each([
    ['q 1 0 0 -1 0 .5 cm Q', ['q', '1 0 0 -1 0 .5 cm', 'Q']],
    ['/F1 12 Tf(a(b\\)c)d)Tj', ['/F1 12 Tf', '(a(b\\)c)d)Tj']],
    ['<00 4B>Tj[<01>-20(x)]TJ', ['<00 4B>Tj', '[<01>-20(x)]TJ']],
    ["(EMC)Tj % BT ET\n(x)'", ['(EMC)Tj', "(x)'"]],
    ['/Span<</ActualText(Q)/N true>>BDC EMC', ['/Span<</ActualText(Q)/N true>>BDC', 'EMC']],
    ['BI /W 1 /H 1 ID \x01EIx \xff EI Q', ['BI /W 1 /H 1 ID \x01EIx \xff EI', 'Q']],
    ['0 0 m 1 1 l f*\n0 0 1 1 re b* null d0', ['0 0 m', '1 1 l', 'f*', '0 0 1 1 re', 'b*', 'null d0']],
    ['(never closed Tj', []],
    ['<never closed Tj', []],
    ['BI ID never ended', ['BI ID never ended']],
  ])('%j', (text, expected) => {
    expect(operations(bytes(text))).toEqual(expected)
  })

  it('are numbered by their letters', () => {
    expect(operatorCode('BT')).toBe(0x5442)
    expect(new Set(['f', 'F', 'f*', "'", '"'].map(operatorCode)).size).toBe(5)
  })

  const number = fc.oneof(fc.integer().map(String), fc.constantFrom('.5', '-0.25', '+3'))
  const text = fc
    .string({ unit: 'binary-ascii' })
    .map((content) => `(${content.replace(/[\\()]/g, (character) => `\\${character}`)})`)
  const hex = fc.uint8Array().map((content) => `<${Buffer.from(content).toString('hex')}>`)
  const operand = fc.oneof(number, text, hex, fc.constantFrom('/Name', 'true', '[1 (EMC) <00>]', '<</A (BT) /B 2>>'))
  const operator = fc.constantFrom('BT', 'ET', 'Tj', 'f', 'q', 'Q', 'EMC', 're', "'", 'T*', 'SCN')

  it('come back from any row of operands and operators', () => {
    const operation = fc
      .tuple(fc.array(operand, { maxLength: 4 }), operator)
      .map(([all, name]) => [...all, name].join(' '))
    fc.assert(
      fc.property(fc.array(operation), (all) => {
        expect(operations(bytes(all.join('\n')))).toEqual(all)
      }),
    )
  })

  it('never reach beyond the content, nor over each other, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        let last = 0
        eachOperation(content, (_, start, end) => {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(content.length)
          last = end
        })
      }),
    )
  })
})

describe('marks', () => {
  it('are read from their operands, and not from a text beside them', () => {
    const read = (text: string) => readMark(bytes(text), 0, text.length)
    expect(read('/P <</MCID 12 >>BDC')).toEqual({ artifact: false, mcid: 12 })
    expect(read('/Artifact BMC')).toEqual({ artifact: true })
    expect(read('/Artifact <</Type /Pagination>> BDC')).toEqual({ artifact: true })
    expect(read('/Span <</ActualText (/MCID 3)>> BDC')).toEqual({ artifact: false })
    expect(read('/ArtifactOfMine BMC')).toEqual({ artifact: false })
    expect(readName(bytes('/X7 Do'), 0, 6)).toBe('X7')
  })
})

describe('what is not tagged', () => {
  it.each([
    ['a text object', 'BT /F 1 Tf (1) Tj ET', '/Artifact BMC BT /F 1 Tf (1) Tj ET EMC'],
    ['a path with its painting', '0 0 m 1 1 l S', '/Artifact BMC 0 0 m 1 1 l S EMC'],
    ['a picture', 'q /X1 Do Q', 'q /Artifact BMC /X1 Do EMC Q'],
    [
      'neighbours, as one',
      '0 0 1 1 re f 1 0 0 rg 2 2 1 1 re f',
      '/Artifact BMC 0 0 1 1 re f 1 0 0 rg 2 2 1 1 re f EMC',
    ],
    [
      'what follows a mark, apart',
      '0 0 1 1 re f /P <</MCID 0>>BDC (a) Tj EMC 0 0 1 1 re f',
      '/Artifact BMC 0 0 1 1 re f EMC /P <</MCID 0>>BDC (a) Tj EMC /Artifact BMC 0 0 1 1 re f EMC',
    ],
    [
      'the rest of a text object that is tagged in part',
      'BT (a) Tj /P <</MCID 0>>BDC (b) Tj EMC (c) Tj ET',
      'BT /Artifact BMC (a) Tj EMC /P <</MCID 0>>BDC (b) Tj EMC /Artifact BMC (c) Tj EMC ET',
    ],
    [
      'a span without a number',
      'BT /Span <</ActualText (x)>> BDC (a) Tj EMC ET',
      '/Artifact BMC BT /Span <</ActualText (x)>> BDC (a) Tj EMC ET EMC',
    ],
  ])('is an artifact: %s', (_, text, expected) => {
    expect(marked(text)).toBe(expected)
  })

  it.each([
    ['tagged content', '/P <</MCID 0>>BDC BT (a) Tj ET 0 0 1 1 re f EMC'],
    ['an artifact', '/Artifact BMC BT (a) Tj ET EMC'],
    ['a clipping path', 'q 0 0 9 9 re W* n Q'],
    ['a text object that shows nothing', 'BT /F 1 Tf ET'],
    ['nothing', ''],
  ])('stays as it is: %s', (_, text) => {
    expect(marked(text)).toBeUndefined()
  })

  it('takes the tag off what only looks like content', () => {
    expect(
      marked('/P <</MCID 0>>BDC (a) Tj EMC /P <</MCID 1>>BDC (b) Tj EMC', { ...none, isArtifact: (id) => id === 1 }),
    ).toBe('/P <</MCID 0>>BDC (a) Tj EMC /Artifact BMC (b) Tj EMC')
  })

  it('leaves a form alone that is tagged inside', () => {
    expect(marked('/X1 Do', { ...none, isMarkedInside: () => true })).toBeUndefined()
  })

  it('is nothing after the first time, and no operation is lost or added but the marks', () => {
    const piece = fc.constantFrom(
      'BT (a) Tj ET',
      '0 0 1 1 re f',
      '0 0 m 1 1 l n',
      '/X1 Do',
      'q',
      'Q',
      '/P <</MCID 1>>BDC BT (b) Tj ET EMC',
      '/Span BMC (c) Tj EMC',
      'BT (d) Tj /P <</MCID 2>>BDC (e) Tj EMC ET',
      '/Artifact BMC 0 0 1 1 re S EMC',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const content = bytes(pieces.join('\n'))
        const once = markArtifacts(content, none) ?? content
        expect(markArtifacts(once, none)).toBeUndefined()
        const left: unknown[] = []
        eachPainting(once, { unmarked: (painting) => left.push(painting) })
        expect(left).toEqual([])
        const isMark = (operation: string) => /\b(BMC|EMC)$/.test(operation)
        const bare = (all: Uint8Array) => operations(all).filter((operation) => !isMark(operation))
        expect(bare(once)).toEqual(bare(content))
      }),
    )
  })
})
