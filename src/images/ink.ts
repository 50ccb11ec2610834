// Drawings in ink: dark grey lines on no ground. On the dark page of a night mode they cannot be seen unless they turn light.

/** Nearly opaque, of 255. */
const visible = 128
/** The most that red, green and blue of a grey differ by. */
const colourless = 24
/** The lightest grey that is ink. */
const dark = 110

/** Tells a drawing in ink by pixels of four bytes: red, green, blue, and how opaque they are. */
export function isInk(pixels: Uint8Array): boolean {
  let shown = 0
  let ink = 0
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < visible) continue
    shown += 1
    const most = Math.max(red, green, blue)
    if (most <= dark && most - Math.min(red, green, blue) <= colourless) ink += 1
  }
  // A photograph cut out of its ground shows colours; a filled shape, hardly any ground.
  return shown > 0 && ink >= 0.95 * shown && shown <= 0.7 * (pixels.length / 4)
}
