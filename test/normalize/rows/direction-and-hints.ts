// Which fixtures hold what the language, the direction and the user's hints ask for.

export const rows: Readonly<Record<string, readonly string[]>> = {
  'direction from the letters, blocks that run the other way': ['direction-arabic-base', 'direction-hebrew-in-english'],
  'inner lang and dir kept': ['language-and-direction-kept', 'direction-hebrew-in-english'],
  'hints: drop, keep, title': ['hints-drop-and-keep'],
  'hints: levels': ['hints-levels-set'],
  'hints: alt': ['hints-alt-given'],
  'hints: faq, outline': ['hints-faq-on', 'hints-outline-kept-faq-off'],
}
