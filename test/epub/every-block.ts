// One post with a block of every kind, from left to right and from right to left, and the files of its pictures.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, type BuildResult, build } from '../../src/index.js'
import type { NamedBytes } from '../epubcheck.js'
import { photo } from '../images/pictures.js'

const folder = join(import.meta.dirname, '..', 'fixtures', 'epub', 'every-block')
const titles = { en: 'One of Everything: A Page of Blocks', ar: 'واحد من كل شيء' } as const

/** The post as the REST API gives it. */
export function everyBlock(language: keyof typeof titles): Record<string, unknown> {
  return {
    id: 7,
    link: `https://press.example/${language}/one-of-everything/`,
    slug: `one-of-everything-${language}`,
    lang: language,
    title: { rendered: titles[language] },
    content: { rendered: readFileSync(join(folder, `${language}.html`), 'utf8') },
    excerpt: { rendered: '' },
    date: '2026-03-01T08:00:00',
    date_gmt: '2026-03-01T07:00:00',
    modified: '2026-03-02T08:00:00',
    modified_gmt: '2026-03-02T07:00:00',
    authors: [{ display_name: 'Maja Ekström' }],
  }
}

/** A build of an EPUB whose every picture is a photograph, or a drawing where its name ends in `.png`. */
export async function buildEpub(options: BuildOptions): Promise<BuildResult> {
  const jpeg = await photo(800, 600).jpeg({ quality: 40 }).toBuffer()
  const png = await photo(120, 80, 4).png().toBuffer()
  const fetchBytes = async (url: string) => (url.endsWith('.png') ? png : jpeg)
  return build({ ...options, format: ['epub'] }, { fetchBytes })
}

export async function epubOf(name: string, options: BuildOptions): Promise<NamedBytes> {
  const { outputs } = await buildEpub(options)
  return { name, bytes: outputs[0]?.bytes ?? new Uint8Array() }
}
