// A name that is safe for a file on every system, whatever the post says.

/** File names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

const longest = 80

/** Letters that have no decomposition into a base letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** The first of the candidates that gives a safe name of a-z, 0-9 and hyphens, at most 80 long; else `fallback`. */
export function slugOf(candidates: readonly (string | undefined)[], fallback: string): string {
  return candidates.map((one) => safeName(one ?? '')).find((name) => name !== '') ?? fallback
}

function safeName(text: string): string {
  const name = decoded(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const short = shorten(name)
  return reserved.test(short) ? '' : short
}

/** Cut between words where that leaves at least half. */
function shorten(name: string): string {
  if (name.length <= longest) return name
  const cut = name.slice(0, longest + 1).lastIndexOf('-')
  return name.slice(0, cut > longest / 2 ? cut : longest)
}

/** WordPress percent-encodes slugs that are not ASCII, and cuts them at 200 bytes, at times within a character. */
function decoded(text: string): string {
  return text.replace(/%[\da-f]?$/i, '').replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8').replaceAll('\u{FFFD}', '')
  })
}
