// The column for the reader's own notes: a rule beside the text and lines to write on, drawn behind the page.

/** Millimetres between lines that are written on by hand. */
const between = 9
const points = 72 / 25.4

/** The column as the text of an SVG address, so large in points. */
export function notesColumn(width: number, depth: number, ruleAt: 'left' | 'right'): string {
  const lines = Array.from({ length: Math.floor(depth / (between * points)) }, (_, index) => {
    const y = Math.round((index + 1) * between * points * 100) / 100
    return `M${ruleAt === 'left' ? inset : clear} ${y}h${width - inset - clear}`
  })
  const edge = ruleAt === 'left' ? 0.4 : width - 0.4
  const svg = [
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${depth}'>`,
    `<path d='M${edge} 0v${depth}' stroke='#000' stroke-width='.8'/>`,
    `<path d='${lines.join('')}' stroke='#999' stroke-width='.4'/></svg>`,
  ].join('')
  return svg.replace(/[<>#]/g, (character) => encodeURIComponent(character))
}

/** Points by which lines stay clear of the rule. */
const inset = 8
/** Points by which they stay clear of the edge, or their ends show beside what is printed over them. */
const clear = 0.5
