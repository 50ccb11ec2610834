// Which printed outline title belongs to which heading.

/**
 * For each heading the index of its printed title. As many titles as headings are taken one by one; else titles are
 * matched in order by their letters, of which Chromium loses only the spaces, or has them twice.
 */
export function alignTitles(headings: readonly string[], printed: readonly string[]): readonly (number | undefined)[] {
  if (headings.length === printed.length) return headings.map((_, index) => index)
  const titles = printed.map(letters)
  let from = 0
  return headings.map((heading) => {
    const wanted = letters(heading)
    const found = titles.findIndex((title, index) => index >= from && (title === wanted || title === wanted + wanted))
    if (found < 0) return undefined
    from = found + 1
    return found
  })
}

function letters(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
}
