// Documents in, the bytes of an EPUB container out.

import type { EpubDocuments } from '../model.js'
import { requireReadableTexts } from './long-texts.js'

export { reportHeavyDocuments } from './weight.js'

/**
 * Packs the files of an EPUB into its container (EPUB 3.3, OCF ZIP container): `mimetype` first and stored, then the files
 * in the order given. The same documents give the same bytes in every time zone and on every version of Node.
 *
 * @throws OffprintError `text-too-long`; Error where a path is unfit or stands twice, or `modified` is no date: faults of the caller, not of a post.
 */
export async function packEpub(documents: EpubDocuments): Promise<Uint8Array> {
  requireReadableTexts(documents.files)
  const { EpubContainer } = await loadContainer()
  return new Uint8Array(await new EpubContainer(documents).genEpub())
}

/** Loads what packs, for who knows that it will be needed and has time to spare. */
export function loadContainer(): Promise<typeof import('./container.js')> {
  return import('./container.js')
}
