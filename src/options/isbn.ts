// The number that a book is traded by.

/** ISO 2108: the weighted sum of the figures, check digit and all, divides by 11 or by 10. */
export function isIsbn(text: string): boolean {
  const figures = [...text].map((figure) => (figure === 'X' ? 10 : Number(figure)))
  const sum = (weight: (index: number) => number) =>
    figures.reduce((total, figure, index) => total + figure * weight(index), 0)
  if (/^\d{9}[\dX]$/.test(text)) return sum((index) => 10 - index) % 11 === 0
  return /^97[89]\d{10}$/.test(text) && sum((index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0
}
