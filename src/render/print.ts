// A book as the one page that the browser prints.

import type { ReportFn } from '../diagnostics.js'
import type { Book, PrintDocument } from '../model.js'
import { sheetsOf, withBleed } from './bleed.js'
import { inColumns } from './columns.js'
import { coverFiles } from './cover.js'
import { type Design, designOf, type PrintSettings } from './design.js'
import { inEdition } from './editions.js'
import { titleFaqs } from './faq-titles.js'
import { forPaper, titleForPaper } from './for-paper.js'
import { markInitials } from './initials.js'
import { speech } from './language.js'
import { idsOf, noteIds, textsOf } from './links.js'
import { changeBook } from './markup.js'
import { openingFile, openingPicture, opensAbove, withoutMadeCover } from './opening.js'
import { pageReferences } from './page-references.js'
import { coverStyle, footOfHandout, forXml, pageStyle } from './page-style.js'
import { numbered } from './pagination.js'
import type { ShopLinkCount } from './paper-links.js'
import { showPictures } from './pictures.js'
import { printHeadings } from './print-headings.js'
import { freeId, partsOf } from './print-parts.js'
import { qrCodeOf } from './qr.js'
import { isCollection, runningHeads } from './running-heads.js'
import { joinStyles } from './styles.js'
import { fillTemplate } from './templates.js'
import { wordsIn } from './words.js'

const codeFace = 'ibm-plex-mono/400'
const mathFace = 'stix-two-math/400'

/** The style sheets of every printed book, before those of its theme. */
const sheetsOfPrint = [
  'shared',
  'print',
  'print-code',
  'print-blocks',
  'print-structure',
  'print-matter',
  'print-contents',
  'print-links',
] as const

/** The page of contents is set in two levels. */
const deepestContents = 2

/**
 * Makes the page to print, with its style sheet inside it. Pure but for the package's own templates, styles and themes.
 */
export function renderPrint(given: Book, settings: PrintSettings = {}, report: ReportFn = () => {}): PrintDocument {
  const { metadata } = given
  const wording = wordsIn(metadata.language)
  const design = designOf(settings, report, metadata.language)
  const isHandout = settings.edition === 'handout'
  const illustrated = showPictures(titleFaqs(given), wording, { kind: 'print', root: '' })
  const recto = settings.openers === 'recto' && !isHandout
  const isAbove = opensAbove(given, settings, design)
  const picture = isAbove ? openingPicture(given) : undefined
  const covered = isAbove ? withoutMadeCover(illustrated) : illustrated
  const book = markInitials(
    changeBook(inEdition(covered, settings.edition), (xhtml, isTitle) =>
      isTitle ? titleForPaper(xhtml) : forPaper(xhtml, design),
    ),
  )
  const taken = new Set([...book.body.flatMap(idsOf), ...book.notes.flatMap(noteIds)])
  const refer = pageReferences((number) => freeId(`reference-${number}`, taken))
  const depth = Math.min(settings.tocDepth ?? deepestContents, deepestContents)
  const qr = isHandout ? qrCodeOf(metadata.source) : undefined
  const shops: ShopLinkCount = { shortened: 0, dropped: 0 }
  const links = { links: settings.links ?? 'notes', shopLinks: settings.shopLinks ?? 'short', isHandout, shops }
  const found = partsOf(book, wording, {
    page: design.page,
    isLarge: settings.edition === 'large-print',
    depth,
    recto,
    taken,
    refer,
    qr,
    links,
    isAbove,
    picture,
  })
  reportShopLinks(shops, report)
  const { parts, pagination } = numbered(found, { isHandout, isAbove, recto, isCollection: isCollection(book) })
  const sheet = withBleed(design, settings)
  const xhtml = fillTemplate('print/book.xhtml', {
    ...speech(metadata),
    ...wording,
    pageTitle: metadata.title.text,
    reflowable: false,
    faces: facesOf(book, design),
    css: [
      joinStyles(...sheetsOfPrint),
      joinStyles('print-folios', ...design.sheets, 'print-scripts'),
      pageStyle(sheet, book),
      coverStyle(sheet, book.cover?.page),
      isHandout ? footOfHandout(book, sheet, wording) : runningHeads(book, design.headLength, recto),
      forXml(settings.styles ?? ''),
    ].join('\n'),
    shape: `${isCollection(book) ? 'collection' : 'article'}${recto ? ' recto' : ''}`,
    parts: inColumns(parts, design.page.columns),
    places: [
      ...Object.values(pagination),
      ...parts.flatMap(({ opens }) => (opens === undefined ? [] : [opens])),
      ...refer.ids(),
    ],
  })
  const assets = [...coverFiles(book), ...(picture ? [openingFile(picture)] : []), ...book.assets]
  const sheets = sheetsOf(design, sheet, settings, metadata)
  return { xhtml, headings: printHeadings(parts, wording.words), metadata, assets, pagination, ...sheets }
}

function reportShopLinks({ shortened, dropped }: ShopLinkCount, report: ReportFn): void {
  if (shortened > 0) report('shop-links-shortened', { count: shortened })
  if (dropped > 0) report('shop-links-dropped', { count: dropped })
}

function facesOf({ body, notes }: Book, { fonts }: Design): string[] {
  const texts = [...body.flatMap(textsOf), ...notes.map((note) => note.body)]
  const has = (pattern: RegExp) => texts.some((xhtml) => pattern.test(xhtml))
  return [...fonts, ...(has(/<(code|pre|kbd|samp)[\s>]/) ? [codeFace] : []), ...(has(/<math[\s>]/) ? [mathFace] : [])]
}
