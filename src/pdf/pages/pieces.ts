// The pieces of text of a content stream (ISO 32000-1 §9.4, §14.6): what is tagged belongs to the text, running heads
// and folios are not.

/** What a font's codes stand for, and the hexadecimal digits of a code. */
export interface FontText {
  readonly digits: number
  readonly texts: ReadonlyMap<number, string>
}

/** What the names of a page's resources stand for. */
export interface PageResources {
  readonly fontOf: (name: string) => FontText
  readonly isImage: (name: string) => boolean
}

/** U+FFFC, the object replacement character. */
const picture = '\u{FFFC}'

/** The operators that matter, as Chromium writes them. */
const operators =
  /\/\w+\s*<<(?<properties>(?:[^>]|>(?!>))*)>>\s*BDC|\/(?<tag>\w+) BMC|(?<end>\bEMC\b)|\/(?<font>\w+) [\d.]+ Tf|(?<origin>(?:-?[\d.]+ ){6})Tm|(?<stop>\bET\b)|<(?<shown>[\dA-Fa-f]+)> Tj|\/(?<object>\w+) Do/g

type Operator = Readonly<Record<string, string | undefined>>

/** A marked sequence that is open. */
interface Mark {
  readonly isTagged: boolean
  /** Its text is given beside it. */
  readonly isReplaced: boolean
  readonly isReversed: boolean
  /** Where its glyphs begin among those of the piece. */
  readonly from: number
}

/** Pieces with one origin are a text that changes its font, drawn from the left. */
interface Run {
  readonly origin: string
  /** Where it begins among the pieces. */
  readonly from: number
  readonly isReversed: boolean
}

/** The pieces of text of a page in the order in which they are drawn, each no longer than a line. */
export function piecesOf(content: string, resources: PageResources): readonly string[] {
  const reader = new PieceReader(resources)
  for (const { groups = {} } of content.matchAll(operators)) reader.take(groups)
  reader.endRun()
  return reader.pieces
}

class PieceReader {
  readonly pieces: string[] = []
  private glyphs: string[] = []
  private font: FontText = { digits: 4, texts: new Map() }
  private readonly marks: Mark[] = []
  private origin = ''
  private run: Run = { origin: '', from: 0, isReversed: false }
  private readonly resources: PageResources

  constructor(resources: PageResources) {
    this.resources = resources
  }

  take({ properties, tag, end, font, origin, stop, shown, object }: Operator): void {
    if (shown !== undefined) this.show(shown)
    else if (font !== undefined) this.font = this.resources.fontOf(font)
    else if (origin !== undefined) this.origin = origin
    else if (properties !== undefined) this.openWith(properties)
    else if (tag !== undefined) this.open({ isReversed: tag === 'ReversedChars' })
    else if (end !== undefined) this.close()
    else if (stop !== undefined) this.endPiece()
    else if (object !== undefined && this.isText() && this.resources.isImage(object)) this.showPicture()
  }

  private isText(): boolean {
    return this.marks.some(({ isTagged }) => isTagged)
  }

  private show(codes: string): void {
    if (!this.isText() || this.marks.some(({ isReplaced }) => isReplaced)) return
    const { digits, texts } = this.font
    for (let at = 0; at < codes.length; at += digits) {
      this.glyphs.push(texts.get(Number.parseInt(codes.slice(at, at + digits), 16)) ?? '')
    }
  }

  private showPicture(): void {
    this.endRun()
    this.run = { origin: '', from: this.pieces.length, isReversed: false }
    this.pieces.push(picture)
  }

  private openWith(properties: string): void {
    const text = /\/ActualText\s*<FEFF([\dA-F]*)>/i.exec(properties)?.[1]
    this.open({ isTagged: /\/MCID\s/.test(properties), isReplaced: text !== undefined })
    if (text !== undefined && this.isText()) this.glyphs.push(Buffer.from(text, 'hex').swap16().toString('utf16le'))
  }

  private open(mark: Partial<Mark>): void {
    this.marks.push({ isTagged: false, isReplaced: false, isReversed: false, ...mark, from: this.glyphs.length })
  }

  /** Right-to-left text is drawn from the left. */
  private close(): void {
    const mark = this.marks.pop()
    if (!mark?.isReversed) return
    this.glyphs.push(...this.glyphs.splice(mark.from).reverse())
    this.continueRun(true)
  }

  private endPiece(): void {
    if (this.glyphs.length === 0) return
    this.continueRun(false)
    this.pieces.push(this.glyphs.join(''))
    this.glyphs = []
  }

  private continueRun(isReversed: boolean): void {
    if (this.origin !== this.run.origin) {
      this.endRun()
      this.run = { origin: this.origin, from: this.pieces.length, isReversed: false }
    }
    if (isReversed) this.run = { ...this.run, isReversed }
  }

  /** The words of a right-to-left line come the last first, where the spaces between them are of another font. */
  endRun(): void {
    const { from, isReversed } = this.run
    if (isReversed) this.pieces.push(...this.pieces.splice(from).reverse())
  }
}
