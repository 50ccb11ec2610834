// epub-gen-memory as a container writer and nothing more. Its constructor, its order of work and its ZIP are kept; its
// sanitiser, templates, styles and downloads never run, because no chapter, picture, font or cover is handed to it.
// Its options are constants: text of a post in them would reach a template language that executes what it reads.

import { EPub } from 'epub-gen-memory'
import type { ContainerFile, EpubDocuments } from '../model.js'
import { zipTime } from './zip-time.js'

/** Segments of portable characters, none with a dot at either end, as any file system can hold them. */
const portablePath = /^(?:[\w-]+(?:\.+[\w-]+)*(?:\/(?!$)|$))+$/

/** Deflate gains nothing on what is compressed already. */
const compressed = /\.(jpe?g|png|gif|webp|woff2)$/i

export class EpubContainer extends EPub {
  readonly #files: readonly ContainerFile[]
  readonly #date: Date

  constructor({ files, modified }: EpubDocuments) {
    super({ title: 'EPUB' }, [])
    requireOwnPaths(files)
    this.#files = files
    this.#date = zipTime(modified)
  }

  /** In place of the library's templates: the finished files. */
  protected override async generateTemplateFiles(): Promise<void> {
    // The base has made this entry already, with the time of the clock; made anew it keeps its place, the first.
    this.#add('mimetype', 'application/epub+zip', 'STORE')
    for (const { path, content } of this.#files) this.#add(path, content, compressed.test(path) ? 'STORE' : 'DEFLATE')
  }

  override async genEpub(): Promise<Buffer> {
    await this.render()
    return this.generateAsync({ type: 'nodebuffer', platform: 'DOS', compressionOptions: { level: 9 } })
  }

  #add(path: string, content: ContainerFile['content'], compression: 'STORE' | 'DEFLATE'): void {
    this.zip.file(path, content, { date: this.#date, compression, createFolders: false })
  }
}

/** A second file of the same name would take the place of the first, and a chapter would be lost without a word. */
function requireOwnPaths(files: readonly ContainerFile[]): void {
  // Names must differ after case folding (EPUB 3.3, File paths and file names).
  const taken = new Set(['mimetype'])
  for (const { path } of files) {
    // A name of digits alone would be moved to the front by the object that JSZip keeps its entries in.
    if (!portablePath.test(path) || /^\d+$/.test(path))
      throw new Error(`The path ${JSON.stringify(path)} is unfit for an EPUB.`)
    if (taken.has(path.toLowerCase())) throw new Error(`Two files of the EPUB have the path ${path}.`)
    taken.add(path.toLowerCase())
  }
}
