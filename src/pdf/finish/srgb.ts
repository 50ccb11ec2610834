// The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4.2, made of its numbers: colours that Chromium
// writes as red, green and blue are meant in it.

/** sRGB's primaries, adapted to D50 by the Bradford matrix, as XYZ. */
const primaries = {
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
}
const whiteD50 = [0.9642, 1, 0.8249]
/** From D65, sRGB's own white, to D50. */
const adaptation = [1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316]
/** ((a·x + b)^g from d on, c·x below it: ICC.1:2004 §10.15, function type 3. */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

/** The bytes of the profile, always the same. */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', text('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright: numbers of a standard')],
    ['wtpt', typed('XYZ ', fixed(whiteD50))],
    ['chad', typed('sf32', fixed(adaptation))],
    ...Object.entries(primaries).map(([name, values]) => [name, typed('XYZ ', fixed(values))] as const),
    ...['rTRC', 'gTRC', 'bTRC'].map((name) => [name, typed('para', Buffer.from([0, 3, 0, 0]), fixed(curve))] as const),
  ]
  const table = Buffer.alloc(4 + 12 * tags.length)
  table.writeUInt32BE(tags.length)
  let offset = 128 + table.length
  for (const [index, [name, content]] of tags.entries()) {
    table.write(name, 4 + 12 * index, 'latin1')
    table.writeUInt32BE(offset, 8 + 12 * index)
    table.writeUInt32BE(content.length, 12 + 12 * index)
    offset += content.length
  }
  return Buffer.concat([header(offset), table, ...tags.map(([, content]) => content)])
}

/** §7.2: a profile of a display, from RGB to XYZ; the date is that of the standard. */
function header(length: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.writeUInt32BE(length, 0)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  for (const [index, part] of [1999, 10, 18, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + 2 * index)
  bytes.write('acsp', 36, 'latin1')
  fixed(whiteD50).copy(bytes, 68)
  return bytes
}

/** s15Fixed16Number (§4.6). */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65536), 4 * index)
  return bytes
}

function typed(type: string, ...content: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), ...content])
}

/** multiLocalizedUnicodeType (§10.13) with one text, in whole words of four bytes. */
function text(words: string): Buffer {
  const utf16 = Buffer.from(words, 'utf16le').swap16()
  const head = Buffer.alloc(20)
  for (const [index, value] of [1, 12].entries()) head.writeUInt32BE(value, 4 * index)
  head.write('enUS', 8, 'latin1')
  head.writeUInt32BE(utf16.length, 12)
  head.writeUInt32BE(28, 16)
  return typed('mluc', head, utf16, Buffer.alloc((4 - (utf16.length % 4)) % 4))
}
