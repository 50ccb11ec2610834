// A colour that can be read on white paper: WCAG 2.2, 1.4.3 asks for 4.5 to 1.

const least = 4.5

/** The colour itself where white paper shows it well enough, else the lightest darker shade that it does. */
export function readableColor(color: string): string {
  let channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  while (contrastOnWhite(channels) < least) channels = channels.map((channel) => Math.floor(channel * 0.96))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function contrastOnWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
