// Characters that XML 1.0 forbids or that no text should hold.

// Control characters but tab and line ends (the categories leave \t \n \r to the look-ahead), lone surrogates and
// noncharacters: XML 1.0 §2.2 Char and its note on discouraged ranges. They carry no text.
const unfit = /(?![\t\n\r])[\p{Cc}\p{Cs}]|\p{Noncharacter_Code_Point}/gu

/** The text without them, and how many there were. */
export function cleanCharacters(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0
  const clean = text.replace(unfit, () => {
    removed += 1
    return ''
  })
  return { text: clean, removed }
}
