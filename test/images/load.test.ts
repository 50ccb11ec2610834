// Where pictures come from, and what they are called.

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { load, photo, pictureAt, serving, site } from './pictures.js'

let root: string
let red: Buffer
let other: Buffer

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'media-'))
  red = await photo(40, 30).png().toBuffer()
  other = await photo(50, 30).jpeg().toBuffer()
  await mkdir(join(root, 'media', '2026', '01'), { recursive: true })
  await writeFile(join(root, 'media', '2026', '01', 'blå lampa.png'), red)
  await writeFile(join(root, 'media', 'plain.jpg'), other)
  await writeFile(join(root, 'secret.png'), red)
  await writeFile(join(root, 'media-secret.png'), red)
  await symlink(join(root, 'secret.png'), join(root, 'media', 'out.png'))
  await symlink(root, join(root, 'media', 'up'))
  await symlink('plain.jpg', join(root, 'media', 'inside.jpg'))
})

afterAll(() => rm(root, { recursive: true }))

describe('a folder of media', () => {
  it('is asked for the path below uploads, the whole path and the name', async () => {
    const pictures = [
      pictureAt('a', `${site}/bl%C3%A5%20lampa.png?ver=2`),
      pictureAt('b', 'https://press.example/files/plain.jpg'),
      pictureAt('c', 'https://press.example/2026/01/blå lampa.png'),
      pictureAt('d', `${site}/inside.jpg`),
    ]
    const { byPicture, said } = await load(pictures, undefined, { media: join(root, 'media') })
    expect(said).toEqual([])
    expect([...byPicture]).toEqual([
      ['a', 'picture-01'],
      ['b', 'picture-02'],
      ['c', 'picture-01'],
      ['d', 'picture-02'],
    ])
  })

  it('gives nothing from outside', async () => {
    const names = [
      '../secret.png',
      '%2e%2e/secret.png',
      '..%2fsecret.png',
      '%252e%252e%252fsecret.png',
      '..%5csecret.png',
      '....//secret.png',
      'uploads/../../secret.png',
      'uploads/..%2f..%2fsecret.png',
      'out.png',
      'up/secret.png',
      'up%2fsecret.png',
      '%00/secret.png',
      '..%2fmedia-secret.png',
      '2026',
    ]
    const pictures = names.map((name, index) =>
      pictureAt(`p${index}`, `https://press.example/wp-content/uploads/${name}`),
    )
    const { assets, messages } = await load(pictures, undefined, { media: join(root, 'media') })
    expect(assets).toEqual([])
    expect(messages).toHaveLength(names.length)
    expect(messages.filter((message) => !message.includes('(the folder of media does not hold it)'))).toEqual([])
  })

  it('that is none ends the build', async () => {
    const missing = load([pictureAt('a', `${site}/a.png`)], undefined, { media: join(root, 'nowhere') })
    await expect(missing).rejects.toMatchObject({ code: 'media-unreadable', exitCode: 3 })
    const file = load([pictureAt('a', `${site}/a.png`)], undefined, { media: join(root, 'secret.png') })
    await expect(file).rejects.toThrow('not a folder')
  })
})

describe('a data address', () => {
  it('is decoded, in base64 and in plain', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>'
    const { assets, said } = await load([
      pictureAt('a', `data:image/png;base64,${red.toString('base64')}`),
      pictureAt('b', `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`),
    ])
    expect(said).toEqual([])
    expect(assets.map(({ path, width }) => [path, width])).toEqual([
      ['images/picture-01.png', 40],
      ['images/picture-02.png', 18],
    ])
  })

  it('of anything else, or of too much, is refused without being told', async () => {
    const { messages } = await load([
      pictureAt('a', `data:text/html,${'<b>'}`),
      pictureAt('b', `data:image/png;base64,${'A'.repeat(54_000_000)}`),
      pictureAt('c', 'data:image/png'),
    ])
    expect(messages).toEqual(
      ['the data address holds no picture', 'it has more than 40 MB', 'the data address holds no picture'].map(
        (reason) => `The picture inside the post is not in the book (${reason}); its place shows its alternative text.`,
      ),
    )
  })
})

describe('candidates', () => {
  it('are tried in their order, each address once', async () => {
    const asked: string[] = []
    const serve = serving({ 'b.png': red, 'c.jpg': other })
    const pictures = ['x', 'y'].map((id) => pictureAt(id, `${site}/a.png`, `${site}/b.png`, `${site}/c.jpg`))
    const { byPicture, said } = await load(pictures, (url, wish) => {
      asked.push(`${url.slice(-5)} ${wish.referer} ${wish.maxBytes}`)
      return serve(url, wish)
    })
    expect(said).toEqual([])
    expect([...byPicture.values()]).toEqual(['picture-01', 'picture-01'])
    expect(asked).toEqual(['a.png', 'b.png'].map((name) => `${name} https://press.example/a-post/ 40000000`))
  })

  it('none of which serves cost the picture, and are told of with the reason', async () => {
    const { assets, said } = await load([{ ...pictureAt('a', `${site}/a.png`), heading: 'Lamps' }], serving({}))
    expect(assets).toEqual([])
    expect(said).toMatchObject([
      {
        code: 'picture-left-out',
        severity: 'warning',
        message: `The picture ${site}/a.png is not in the book (the server answers 404); its place shows its alternative text and its address.`,
        place: { post: 'https://press.example/a-post/', heading: 'Lamps' },
      },
    ])
    expect((await load([pictureAt('a', `${site}/a.png`)])).messages[0]).toContain('(no folder of media was named)')
  })

  it('of one content make one asset, numbered by first use, with the same bytes each time', async () => {
    const serve = serving({ 'a.png': red, 'copy.png': red, 'c.jpg': other })
    const names = ['c.jpg', 'a.png', 'copy.png', 'c.jpg']
    const pictures = names.map((name, index) => pictureAt(`p${index}`, `${site}/${name}`))
    // Answers come in another order than the questions.
    const slow = async (...[url, wish]: Parameters<typeof serve>) => {
      await new Promise((resolve) => setTimeout(resolve, url.endsWith('c.jpg') ? 60 : 1))
      return serve(url, wish)
    }
    const first = await load(pictures, slow, { print: true })
    expect([...first.byPicture.values()]).toEqual(['picture-01', 'picture-02', 'picture-02', 'picture-01'])
    expect(first.assets.map(({ path }) => path)).toEqual(['images/picture-01.jpg', 'images/picture-02.png'])
    expect((await load(pictures, serve, { print: true })).assets).toEqual(first.assets)
  })

  it('are left when the caller has had enough', async () => {
    const stop = new AbortController()
    const loading = load(
      [pictureAt('a', `${site}/a.png`)],
      async () => {
        stop.abort()
        throw new Error('stopped')
      },
      {},
      stop.signal,
    )
    await expect(loading).rejects.toMatchObject({ code: 'interrupted' })
  })
})
