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
