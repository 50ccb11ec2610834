// All pages of the file, and the forms drawn on them: whatever is not tagged becomes an artifact, soft hyphens stand at
// the ends of lines only, and initials belong to their words.

import type { PDFDocument, PDFObject, PDFPage, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../../library.js'
import { markArtifacts } from './artifacts.js'
import { joinInitials } from './initials.js'
import { readName } from './marks.js'
import { eachPainting, type Painting } from './paint.js'
import { type TidyHyphens, tidyHyphens } from './soft-hyphens.js'
import { decoded, type Form, formNamed, hasForms, pageContent, replacePageContent, withContent } from './streams.js'

/** A form that holds marked content, and the numbers that stand there: Chromium makes one of a see-through element. */
export interface MarkedForm {
  readonly page: PDFRef
  readonly ref: PDFRef
  readonly mcids: ReadonlySet<number>
}

/** Marks the pages; `isArtifact` names marked content of a page that is none. Gives the forms that are tagged inside. */
export async function markPages(
  lib: PdfLib,
  pdf: PDFDocument,
  isArtifact: (page: PDFRef, mcid: number) => boolean,
): Promise<readonly MarkedForm[]> {
  const found: MarkedForm[] = []
  const [hyphens, initials] = [tidyHyphens(lib), joinInitials(lib)]
  const tidy: TidyHyphens = (content, resources) => {
    const tidied = hyphens(content, resources)
    return initials(tidied ?? content, resources) ?? tidied
  }
  // Not all at once: what waits for its compression stays in memory.
  const pages = pdf.getPages()
  for (let at = 0; at < pages.length; at += 8) {
    const run = pages.slice(at, at + 8).map((page) => markPage(lib, pdf, page, isArtifact, tidy))
    for (const forms of await Promise.all(run)) found.push(...forms)
  }
  return found
}

async function markPage(
  lib: PdfLib,
  pdf: PDFDocument,
  page: PDFPage,
  isArtifact: (page: PDFRef, mcid: number) => boolean,
  tidy: TidyHyphens,
): Promise<readonly MarkedForm[]> {
  const rules = { isArtifact: (mcid: number) => isArtifact(page.ref, mcid) }
  const written = pageContent(lib, page)
  const content = tidy(written, page.node.Resources()) ?? written
  const forms = markedForms(lib, content, page.node.Resources())
  const marked = markArtifacts(content, { ...rules, isMarkedInside: insideTest(content, forms) })
  if (marked || content !== written) await replacePageContent(lib, pdf, page, marked ?? content)
  for (const { form, mcids } of forms.values()) {
    if (mcids.size === 0) continue
    const drawn = decoded(lib, form.stream)
    const tidied = tidy(drawn, form.stream.dict.lookupMaybe(named(lib, 'Resources'), lib.PDFDict))
    const inside = markArtifacts(tidied ?? drawn, { ...rules, isMarkedInside: () => false }) ?? tidied
    if (inside) pdf.context.assign(form.ref, await withContent(lib, form.stream, inside))
  }
  return [...forms.values()].flatMap(({ form, mcids }) =>
    mcids.size > 0 ? [{ page: page.ref, ref: form.ref, mcids }] : [],
  )
}

type FoundForms = ReadonlyMap<string, { readonly form: Form; readonly mcids: ReadonlySet<number> }>

/** The forms that stand under no mark of the page, by the names it draws them by. */
function markedForms(lib: PdfLib, content: Uint8Array, resources: PDFObject | undefined): FoundForms {
  const forms = new Map<string, { form: Form; mcids: ReadonlySet<number> }>()
  if (!hasForms(lib, resources)) return forms
  eachPainting(content, {
    unmarked: ({ isObject, start, end }) => {
      const name = isObject ? readName(content, start, end) : ''
      const form = name === '' || forms.has(name) ? undefined : formNamed(lib, resources, name)
      if (form) forms.set(name, { form, mcids: mcidsIn(decoded(lib, form.stream)) })
    },
  })
  return forms
}

function mcidsIn(content: Uint8Array): ReadonlySet<number> {
  const mcids = new Set<number>()
  eachPainting(content, { unmarked: () => {}, marked: (mcid) => void mcids.add(mcid) })
  return mcids
}

function insideTest(content: Uint8Array, forms: FoundForms): (painting: Painting) => boolean {
  return ({ start, end }) => (forms.get(readName(content, start, end))?.mcids.size ?? 0) > 0
}
