// Whether Chinese is written in simplified or in traditional characters; a detector of languages says only that it is Chinese.

const simplified = new Set(
  '个们这说会来时国对后学为过还无与从开关话问题经点种现长东门应该实电体样让头见车书买卖吗气两边',
)
const traditional = new Set(
  '個們這說會來時國對後學為過還無與從開關話問題經點種現長東門應該實電體樣讓頭見車書買賣嗎氣兩邊',
)

/** Counts the commonest characters that the two ways of writing draw otherwise. */
export function isTraditional(text: string): boolean {
  let balance = 0
  for (const character of text) {
    // What stands in both lists is drawn alike.
    if (traditional.has(character)) balance += 1
    if (simplified.has(character)) balance -= 1
  }
  return balance > 0
}
