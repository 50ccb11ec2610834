// How much an e-reader must load to show one document.

import type { ReportFn } from '../diagnostics.js'
import type { EpubDocuments } from '../model.js'

/** Kobo takes 10 MB of content for one document. */
const limit = 10_000_000

/** Says which content documents show more bytes of pictures than e-readers take. */
export function reportHeavyDocuments({ files }: EpubDocuments, report: ReportFn): void {
  const sizes = new Map(files.map(({ path, content }) => [path, content.length]))
  for (const { path, content } of files) {
    if (typeof content !== 'string' || !path.endsWith('.xhtml')) continue
    const shown = new Set([...content.matchAll(/<img [^<>]*?src="([^"]*)"/g)].map(([, address = '']) => address))
    const sum = [...shown].reduce((total, address) => total + (sizes.get(resolved(address, path)) ?? 0), 0)
    if (sum > limit) report('document-heavy', { path, size: Math.ceil(sum / 1e5) / 10, limit: limit / 1e6 })
  }
}

function resolved(address: string, path: string): string {
  return new URL(address, `file:///${path}`).pathname.slice(1)
}
