// The text of markup that is known to be well formed.

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The characters of a piece of XHTML: no tags, no comments, references resolved, white space collapsed. */
export function plainText(xhtml: string): string {
  return xhtml
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return named[name] ?? whole
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
    })
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text that a page of XHTML shows: that of its body, without styles. */
export function visibleText(xhtml: string): string {
  const body = /<body[\s>][\s\S]*<\/body>/.exec(xhtml)?.[0] ?? xhtml
  return plainText(body.replace(/<(style|script)[\s>][\s\S]*?<\/\1>/g, ' '))
}

/** The words that are printed and do not stand in its body: strings of its styles, and what goes round page numbers. */
export function generatedText(xhtml: string): string {
  const words = [...xhtml.matchAll(/ data-words="([^"]*)"/g)].map(([, text = '']) => text)
  const styles = [...xhtml.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css)
  const strings = styles.flatMap((css) => [...css.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, text = '']) => text))
  return [plainText(words.join(' ')), ...new Set(strings.map(unescaped))].join(' ')
}

/** A CSS string as it is shown (CSS Syntax 3, §4.3.7). */
function unescaped(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^0-9a-f]))/gi, (_, hex?: string, plain?: string) => {
    const code = Number.parseInt(hex ?? '', 16)
    return hex === undefined ? (plain ?? '') : code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
