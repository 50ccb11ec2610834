// The command as it is installed: `npm test` builds it first.

import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const main = join(root, 'dist/cli/main.js')
const example = join(root, 'examples/sleep-and-light.json')

const folder = mkdtempSync(join(tmpdir(), 'offprint-cli-'))
let cwd = folder
let cases = 0
beforeEach(() => {
  cases += 1
  cwd = join(folder, String(cases))
  mkdirSync(cwd)
})
afterAll(() => rmSync(folder, { recursive: true }))

const { NO_COLOR: _, FORCE_COLOR: __, SOURCE_DATE_EPOCH: ___, ...env } = process.env

function offprint(args: readonly string[], input = '', more: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [main, ...args], { cwd, input, env: { ...env, ...more }, encoding: 'utf8' })
}

describe('offprint', () => {
  it('writes to output/ and says so: paths on standard output, words on standard error', () => {
    const { status, stdout, stderr } = offprint([example, '-f', 'epub'])
    expect(stderr.replace(/\(\d+ kB\)/, '(N kB)').split('\n')).toEqual([
      'outline repaired: 5 headings promoted, 1 empty heading dropped',
      'FAQ: 5 questions',
      'changed: number of a question removed (5), empty heading removed, rule before a heading removed and 2 more kinds (see --verbose)',
      'EPUBCheck: 0 errors',
      'wrote sleep-and-light.epub (N kB)',
      '',
    ])
    expect(stdout).toBe('output/sleep-and-light.epub\n')
    expect(status).toBe(0)
    expect(readdirSync(join(cwd, 'output'))).toEqual(['sleep-and-light.epub'])
  })

  it('prints one JSON object and nothing else with --json', () => {
    const { status, stdout, stderr } = offprint(['-', '-o', 'a.epub', '--json'], readFileSync(example, 'utf8'))
    const object = JSON.parse(stdout)
    expect(object).toMatchObject({
      ok: true,
      outputs: [{ format: 'epub', path: 'a.epub' }],
      warnings: [{ severity: 'note' }],
    })
    expect(object.outputs[0].bytes).toBe(readFileSync(join(cwd, 'a.epub')).length)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('inspects without building', () => {
    const { status, stdout, stderr } = offprint(['inspect', example])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      'Sleep and Light – How Daylight Sets Your Body Clock',
      'https://example.org/en/articles/sleep-and-light · en · ltr · 1077 words',
      '',
      'outline: levels computed from the offsets of the text that was pasted',
      '  h2 → h2  What Is the Body Clock – and Why Does It Need Light?',
      '  h3 → h2  How Light Reaches the Clock',
    ])
    expect(readdirSync(cwd)).toEqual([])
    const object = JSON.parse(offprint(['inspect', example, '--json']).stdout)
    expect(object).toMatchObject({
      schemaVersion: 1,
      ok: true,
      posts: [{ language: 'en', faq: [{ source: 'headings' }] }],
    })
  })

  it('says nothing but paths with --quiet', () => {
    expect(offprint([example, '-f', 'epub', '-q'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: 'output/sleep-and-light.epub\n',
    })
  })

  it('keeps to NO_COLOR and FORCE_COLOR', () => {
    const sequence = '\u001b['
    expect(offprint(['none.json'], '', { FORCE_COLOR: '1' }).stderr).toContain(sequence)
    expect(offprint(['none.json'], '', { FORCE_COLOR: '1', NO_COLOR: '1' }).stderr).not.toContain(sequence)
    expect(offprint(['none.json', '--no-color'], '', { FORCE_COLOR: '1' }).stderr).not.toContain(sequence)
    expect(offprint(['none.json']).stderr).not.toContain(sequence)
  })

  it.each([
    ['a wrong option', ['p.json', '--jsn'], 2],
    ['no input', [], 2],
    ['a path that names no format', ['p.json', '-o', 'a.txt'], 2],
    ['an input that is not there', ['p.json'], 3],
    ['a path that is a folder', [root], 3],
  ])('fails for %s and writes nothing', (_name, args, code) => {
    const { status, stdout, stderr } = offprint(args)
    expect({ status, stdout }).toEqual({ status: code, stdout: '' })
    expect(stderr).toMatch(/^error: /)
    expect(readdirSync(cwd)).toEqual([])
  })

  it('fails for warnings with --strict, names them, and leaves the old file', () => {
    writeFileSync(join(cwd, 'a.epub'), 'old')
    const noisy = `${readFileSync(example, 'utf8')}<!-- cached -->`
    const { status, stderr } = offprint(['-', '-o', 'a.epub', '--strict'], noisy)
    expect(stderr).toMatch(/^warning: 15 characters of foreign text after the JSON .*\nerror: .*--strict/)
    expect(status).toBe(4)
    expect(readFileSync(join(cwd, 'a.epub'), 'utf8')).toBe('old')
    expect(offprint(['-', '-o', 'a.epub'], noisy).status).toBe(0)
    expect(readFileSync(join(cwd, 'a.epub')).subarray(0, 2).toString()).toBe('PK')
  })

  it('tells of a failure in JSON too', () => {
    const { status, stdout, stderr } = offprint(['p.json', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'input-unreadable', exitCode: 3 } })
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' })
  })

  it('shows where an error comes from with --debug', () => {
    expect(offprint(['p.json', '--debug']).stderr).toMatch(/\n {4}at (.|\n)*caused by Error: ENOENT/)
  })

  it('answers --help and --version on standard output', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(offprint(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' })
    expect(offprint(['--help'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Usage: offprint/),
    })
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops at %s with exit code %i', async (signal, code) => {
    const child = spawn(process.execPath, [main, '-', '-v', '-f', 'epub'], {
      cwd,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const [line] = await once(child.stderr, 'data')
    expect(String(line)).toBe('reading posts …\n')
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([code, null])
    expect(readdirSync(cwd)).toEqual([])
  })

  it('leaves what was there as it was, and nothing else, when it is stopped while it prints', async () => {
    const temporary = join(cwd, 'temporary')
    mkdirSync(temporary)
    mkdirSync(join(cwd, 'output'))
    writeFileSync(join(cwd, 'output/sleep-and-light.pdf'), 'the last edition')
    const child = spawn(process.execPath, [main, example, '-v', '--no-sandbox'], {
      cwd,
      env: { ...env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let words = ''
    for await (const data of child.stderr) {
      words += data
      if (words.includes('printing …')) break
    }
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([130, null])
    expect(readdirSync(join(cwd, 'output'))).toEqual(['sleep-and-light.pdf'])
    expect(readFileSync(join(cwd, 'output/sleep-and-light.pdf'), 'utf8')).toBe('the last edition')
    expect(readdirSync(temporary)).toEqual([])
  })

  it('builds what the configuration of the folder says, and says how it is called where there is none', () => {
    expect(offprint([])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: offprint [options] <input…>'),
    })
    const config = `import { defineConfig } from 'offprint'
      export default defineConfig([
        { input: ${JSON.stringify(example)}, format: ['epub'], title: 'One', output: ['one.epub'] },
        { input: ${JSON.stringify(example)}, format: ['epub'], title: 'Two', output: ['two.epub'] },
      ])`
    writeFileSync(join(cwd, 'offprint.config.ts'), config)
    const { status, stdout, stderr } = offprint([])
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'one.epub\ntwo.epub\n' })
    expect(stderr).not.toContain('since the last edition')
    expect(readdirSync(cwd).sort()).toEqual(['offprint.config.ts', 'offprint.lock', 'one.epub', 'two.epub'])
    const again = offprint(['--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, books: [{ changes: { added: [] } }, { ok: true }] })
  })

  it('makes the other books where one fails, names it in the end, and ends by the worst cause', () => {
    writeFileSync(join(cwd, 'bad.json'), '')
    const noisy = `${readFileSync(example, 'utf8')}<!-- cached -->`
    writeFileSync(join(cwd, 'noisy.json'), noisy)
    const books = [
      { input: 'bad.json', title: 'Bad' },
      { input: example, output: ['good.epub'] },
      { input: 'noisy.json', strict: true },
    ].map((book) => ({ format: ['epub'], lock: false, ...book }))
    writeFileSync(join(cwd, 'offprint.config.json'), JSON.stringify(books))
    const { status, stdout, stderr } = offprint(['--no-color'])
    expect({ status, stdout }).toEqual({ status: 3, stdout: 'good.epub\n' })
    const lines = stderr.split('\n')
    expect(lines[0]).toBe('error: The input bad.json is empty.')
    expect(lines.slice(-4)).toEqual([
      'not made: book 1 (“Bad”, bad.json)',
      'not made: book 3 (noisy.json)',
      '1 book made, 2 not made',
      '',
    ])
    expect(offprint(['-q']).stderr.split('\n').slice(-3)).toEqual([
      'not made: book 1 (“Bad”, bad.json)',
      'not made: book 3 (noisy.json)',
      '',
    ])
    const json = offprint(['--json'])
    expect({ status: json.status, stderr: json.stderr }).toEqual({ status: 3, stderr: '' })
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      books: [
        { ok: false, error: { code: 'input-empty', exitCode: 3 }, outputs: [] },
        { ok: true, outputs: [{ path: 'good.epub' }] },
        { ok: false, error: { code: 'strict-warnings', exitCode: 4 } },
      ],
    })
    expect(readdirSync(cwd).sort()).toEqual(['bad.json', 'good.epub', 'noisy.json', 'offprint.config.json'])
    const inspected = offprint(['inspect'])
    expect(inspected.status).toBe(3)
    expect(inspected.stdout).toContain('Sleep and Light')
  })

  it('makes the other posts’ books where one fails with --individual', () => {
    const post = JSON.parse(readFileSync(example, 'utf8'))
    const deep = { ...post, id: 8, slug: 'deep', content: { rendered: `${'<div>'.repeat(600)}x` } }
    writeFileSync(join(cwd, 'posts.json'), JSON.stringify([{ ...deep, link: 'https://example.org/deep/' }, post]))
    const { status, stdout, stderr } = offprint(['posts.json', '--individual', '-f', 'epub'])
    expect({ status, stdout }).toEqual({ status: 3, stdout: 'output/sleep-and-light.epub\n' })
    expect(
      stderr
        .replace(/\(\d+ kB\)/, '(N kB)')
        .split('\n')
        .slice(-4),
    ).toEqual([
      'wrote sleep-and-light.epub (N kB)',
      'not made: Post https://example.org/deep/ nests its elements more than 512 deep.',
      '1 book made, 1 not made',
      '',
    ])
    const object = JSON.parse(offprint(['posts.json', '--individual', '-f', 'epub', '--json']).stdout)
    expect(object).toMatchObject({
      ok: false,
      made: [{ outputs: [{ path: 'output/sleep-and-light.epub', bytes: expect.any(Number) }] }],
      failed: [{ post: 'https://example.org/deep/', code: 'markup-too-deep', exitCode: 3 }],
    })
  })

  it('shows the cache and empties it', () => {
    const cacheDir = join(cwd, 'cache')
    expect(offprint(['cache', '--cache-dir', cacheDir])).toMatchObject({
      status: 0,
      stdout: `${cacheDir}: 0 bytes in 0 files\n`,
    })
    const { stdout } = offprint(['cache', 'clear', '--json'], '', { OFFPRINT_CACHE_DIR: cacheDir })
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      ok: true,
      path: cacheDir,
      files: 0,
      bytes: 0,
      cleared: true,
    })
  })

  it('writes a configuration, and never over one', () => {
    const { status, stdout } = offprint(['init', 'https://press.example/', '--offline'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'offprint.config.ts\n' })
    expect(offprint(['init', '--offline'])).toMatchObject({ status: 2, stdout: '' })
    expect(offprint(['init', '--offline', '--force'])).toMatchObject({ status: 0 })
  })

  it('takes options from the environment', () => {
    expect(offprint([example, '-f', 'epub', '-q'], '', { OFFPRINT_OUTPUT_DIR: 'there' }).stdout).toBe(
      'there/sleep-and-light.epub\n',
    )
  })

  it('takes a closed pipe for no failure', async () => {
    const child = spawn(process.execPath, [main, example, '-f', 'epub', '--json'], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    let words = ''
    child.stderr.on('data', (data) => {
      words += data
    })
    expect(await once(child, 'close')).toEqual([0, null])
    expect(words).toBe('')
  })
})
