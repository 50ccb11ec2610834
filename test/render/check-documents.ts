import * as cheerio from 'cheerio'
import { checkEpub, type Finding } from '../../src/check/index.js'
import { packEpub } from '../../src/epub/index.js'
import type { EpubDocuments } from '../../src/model.js'

/** Everything that is wrong with the documents once they are packed. */
export async function findingsOf(documents: EpubDocuments): Promise<readonly Finding[]> {
  return checkEpub(await packEpub(documents))
}

const notWellFormed = ['HTM-004', 'RSC-016']

/** The errors that a strict XML parser finds in a document, which is put in the place of another of a sound EPUB. */
export async function xmlErrors(sound: EpubDocuments, path: string, document: string): Promise<readonly string[]> {
  const files = sound.files.map((file) => (file.path === path ? { ...file, content: document } : file))
  const findings = await findingsOf({ ...sound, files })
  return findings
    .filter(({ id, path: place }) => notWellFormed.includes(id) && place === path)
    .map(({ message }) => message)
}

/** A document of an EPUB, by its path below `EPUB/`. */
export function fileOf(documents: EpubDocuments, path: string): string {
  const found = documents.files.find((file) => file.path === `EPUB/${path}`)
  if (!found) throw new Error(`no ${path} among ${documents.files.map((file) => file.path).join(', ')}`)
  return String(found.content)
}

export function load(xml: string): cheerio.CheerioAPI {
  return cheerio.load(xml, { xml: true })
}
