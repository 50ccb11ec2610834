// What our own check of a PDF looks at: rules of PDF/UA-1 (ISO 14289-1) that a program can decide.

/** The clause of ISO 14289-1, and what must hold. */
export const pdfRules = {
  marked: { clause: '7.1', says: 'The file says that it is tagged.' },
  'content-tagged': { clause: '7.1', says: 'Everything painted is tagged or an artifact.' },
  'content-owned': { clause: '7.1', says: 'Tagged content and structure elements name each other.' },
  'roles-standard': { clause: '7.1', says: 'Every structure type is a standard one or mapped to one.' },
  'title-shown': { clause: '7.1', says: 'The file has a title, and the window shows it.' },
  language: { clause: '7.2', says: 'The languages of the file and of its parts are language tags.' },
  'figures-described': { clause: '7.3', says: 'Every figure and formula has an alternative text.' },
  'headings-ordered': { clause: '7.4', says: 'Headings begin at level 1 and go down one level at a time.' },
  'tables-regular': { clause: '7.5', says: 'Rows of a table have as many columns as each other.' },
  'headers-assigned': { clause: '7.5', says: 'Header cells have a scope and a name; other cells name only headers.' },
  'lists-whole': { clause: '7.6', says: 'Lists hold items, and items labels and bodies.' },
  'notes-named': { clause: '7.9', says: 'Every note has a name of its own.' },
  'links-tagged': { clause: '7.18', says: 'Every link stands in a link element and is described.' },
  'tab-order': { clause: '7.18', says: 'Links are reached in the order of the structure.' },
  'fonts-embedded': { clause: '7.21', says: 'Every font is in the file.' },
  'fonts-mapped': { clause: '7.21', says: 'Every font says which characters its glyphs stand for.' },
  'glyphs-there': { clause: '7.21', says: 'No glyph stands for a character that its font lacks.' },
} as const satisfies Record<string, { readonly clause: string; readonly says: string }>

export type PdfRuleName = keyof typeof pdfRules

/** What became of one rule. */
export interface PdfRule {
  readonly rule: PdfRuleName
  readonly clause: string
  /** How many objects were looked at. */
  readonly objects: number
  readonly failed: number
  /** What the first failure is. */
  readonly first?: string
}

/** Our own check of a PDF. It cannot tell whether an alternative text is a good one: that takes a person. */
export interface PdfCheck {
  readonly standard: 'PDF/UA-1'
  readonly passed: boolean
  readonly rules: readonly PdfRule[]
}

/** Counts the objects and failures of each rule. */
export class Tally {
  readonly #counts = new Map<PdfRuleName, { objects: number; failed: number; first?: string }>()

  /** One object of a rule; `fault` says what is wrong with it. */
  count(rule: PdfRuleName, fault?: string | false): void {
    const found = this.#counts.get(rule) ?? { objects: 0, failed: 0 }
    found.objects++
    if (fault) {
      found.failed++
      found.first ??= fault
    }
    this.#counts.set(rule, found)
  }

  result(): PdfCheck {
    const names = Object.keys(pdfRules) as PdfRuleName[]
    const rules = names.map((rule) => {
      const counted = this.#counts.get(rule) ?? { objects: 0, failed: 0 }
      return { rule, clause: pdfRules[rule].clause, ...counted }
    })
    return { standard: 'PDF/UA-1', passed: rules.every(({ failed }) => failed === 0), rules }
  }
}
