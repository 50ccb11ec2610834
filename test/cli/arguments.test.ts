import { describe, expect, it } from 'vitest'
import { type Request, readArguments } from '../../src/cli/arguments.js'
import { optionHelp } from '../../src/index.js'

const read = (line: string, env = {}): Request => readArguments(line.split(' ').filter(Boolean), env, () => '1.2.3')
const optionsOf = (line: string, env = {}) => {
  const request = read(line, env)
  if (request.kind !== 'build') throw new Error(`not a build: ${line}`)
  return request.options
}

describe('readArguments', () => {
  it.each<[string, object]>([
    ['post.json', { input: 'post.json' }],
    ['build post.json', { input: 'post.json' }],
    ['build build', { input: 'build' }],
    ['-', { input: '-' }],
    ['a.json @list.txt -', { input: ['a.json', '@list.txt', '-'] }],
    [
      'e.xml --type post --type page --category Gut,Food --limit 3 --order date -u https://example.org/',
      {
        input: 'e.xml',
        type: ['post', 'page'],
        category: ['Gut,Food'],
        limit: 3,
        order: 'date',
        url: 'https://example.org/',
      },
    ],
    ['-o a.epub post.json', { input: 'post.json', output: ['a.epub'] }],
    ['post.json -o a.epub --output=b.pdf', { input: 'post.json', output: ['a.epub', 'b.pdf'] }],
    ['post.json --output-dir out', { input: 'post.json', outputDir: 'out' }],
    ['post.json -f epub,pdf', { input: 'post.json', format: ['epub', 'pdf'] }],
    ['post.json -f epub -f PDF', { input: 'post.json', format: ['epub', 'pdf'] }],
    ['p --ids 1,2 --ids 3', { input: 'p', ids: ['1', '2', '3'] }],
    ['post.json -a Ek,Bo -a Li', { input: 'post.json', author: ['Ek,Bo', 'Li'] }],
    ['post.json -s a4 -l sv-SE -t T', { input: 'post.json', pageSize: 'a4', lang: 'sv-SE', title: 'T' }],
    ['p --timeout 0.5 --max-input 3', { input: 'p', timeout: 0.5, maxInput: 3 }],
    ['p --outline keep --faq off --strict', { input: 'p', outline: 'keep', faq: 'off', strict: true }],
    ['p --browser /bin/chrome', { input: 'p', browser: '/bin/chrome' }],
    ['-- -strange.json', { input: '-strange.json' }],
  ])('reads %s', (line, expected) => {
    expect(optionsOf(line)).toEqual(expected)
  })

  it('shows and empties the cache, wherever it is said to be', () => {
    expect(read('cache')).toMatchObject({ kind: 'cache', clears: false, options: {} })
    expect(read('cache clear --cache-dir a', { OFFPRINT_CACHE_DIR: 'b' })).toMatchObject({
      kind: 'cache',
      clears: true,
      options: { cacheDir: 'a' },
    })
    expect(read('cache', { OFFPRINT_CACHE_DIR: 'b' })).toMatchObject({ options: { cacheDir: 'b' } })
    expect(optionsOf('p', { OFFPRINT_IDS: '4, 5' })).toEqual({ input: 'p', ids: ['4', '5'] })
  })

  it('turns the sandbox off only when told', () => {
    expect(optionsOf('p --no-sandbox')).toEqual({ input: 'p', sandbox: false })
  })

  it.each([
    ['cache empty', 'error: the cache is shown by "offprint cache" and emptied by "offprint cache clear"'],
    ['cache clear now', 'error: the cache is shown by "offprint cache" and emptied by "offprint cache clear"'],
    ['cache --refresh', 'error: cache builds nothing, so that --refresh has no effect'],
    ['inspect a.json --page-size a4', 'error: inspect builds nothing, so that --page-size has no effect'],
    ['check', 'error: no input was named\nUsage: offprint [options] <input…>'],
    ['check a.epub b.epub', 'error: one file is checked at a time, and here are 2: "a.epub", "b.epub"'],
    ['p --limit 0', "error: option '--limit <number>' argument '0' is invalid. It must be a number above 0."],
    ['p --jsn', "error: unknown option '--jsn'\n(Did you mean --json?)"],
    ['p -o', "error: option '-o, --output <path>' argument missing"],
    [
      'p --theme baroque',
      "error: option '--theme <name>' argument 'baroque' is invalid. It must be one of classic, magazine, handout.",
    ],
    [
      'p -f epub,mobi',
      "error: option '-f, --format <format>' argument 'epub,mobi' is invalid. It must be one of epub, pdf.",
    ],
    [
      'p --timeout soon',
      "error: option '--timeout <seconds>' argument 'soon' is invalid. It must be a number above 0.",
    ],
    ['p --max-input -1', "error: option '--max-input <MB>' argument '-1' is invalid. It must be a number above 0."],
  ])('refuses %j', (line, text) => {
    expect(read(line)).toEqual({ kind: 'mistake', text, json: false })
  })

  it('remembers that JSON was asked for, even in a mistake', () => {
    expect(read('p --nonsense --json')).toMatchObject({ kind: 'mistake', json: true })
  })

  it.each([
    ['0', { sourceDateEpoch: 0 }],
    ['1769331240', { sourceDateEpoch: 1_769_331_240 }],
    ['253402300799', { sourceDateEpoch: 253_402_300_799 }],
    ['', {}],
  ])('takes SOURCE_DATE_EPOCH=%s', (value, expected) => {
    expect(optionsOf('p', { SOURCE_DATE_EPOCH: value })).toEqual({
      input: 'p',
      ...expected,
    })
  })

  it.each(['soon', '-1', '1.5', '253402300800', ' 1'])('refuses SOURCE_DATE_EPOCH=%j', (value) => {
    expect(read('p', { SOURCE_DATE_EPOCH: value })).toMatchObject({
      text: `error: SOURCE_DATE_EPOCH must be whole seconds since 1970, not "${value}"`,
    })
  })

  it('answers --version and --help, input or not', () => {
    expect(read('--version')).toEqual({ kind: 'answer', text: '1.2.3\n' })
    expect(read('p -V')).toEqual({ kind: 'answer', text: '1.2.3\n' })
    expect(read('--help')).toMatchObject({ kind: 'answer' })
  })

  it('names every option of a build in --help', () => {
    const { text } = read('-h') as Extract<Request, { kind: 'answer' }>
    for (const { flags } of optionHelp()) expect(text).toContain(flags.replace('...>', '>'))
  })

  it.each([
    ['p', { json: false, quiet: false, verbose: false, debug: false, color: true }],
    ['p --json -v --debug --no-color', { json: true, quiet: false, verbose: true, debug: true, color: false }],
    ['p -q -v', { json: false, quiet: true, verbose: false, debug: false, color: true }],
  ])('reads how %s wants to be spoken to', (line, talk) => {
    expect(read(line)).toMatchObject({ talk })
  })
})
