// The material of a large book, from a seed: posts of about the length of an article, and a folder with a picture for
// each. The same seed gives the same bytes.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const origin = 'https://press.example'
const words =
  'light sleep morning evening window hour body clock room lamp quiet study reader garden river letter table winter paper voice market summer bridge teacher kitchen stone bread cloud music forest harbour'.split(
    ' ',
  )

/** Mulberry32: numbers from 0 to 1 that a seed decides. */
function numbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function sentence(next) {
  const chosen = Array.from({ length: 8 + Math.floor(next() * 12) }, () => words[Math.floor(next() * words.length)])
  return `${chosen[0][0].toUpperCase()}${chosen[0].slice(1)} ${chosen.slice(1).join(' ')}.`
}

function paragraph(next) {
  const sentences = Array.from({ length: 5 }, () => sentence(next))
  return `<p>${sentences.slice(0, 3).join(' ')} <em>${sentences[3]}</em> <a href="${origin}/more/">${sentences[4]}</a></p>`
}

/** Posts as the REST API serves them; each shows the picture of its number. */
export function posts(count, { seed = 1, paragraphs = 14, pictureName = name } = {}) {
  return Array.from({ length: count }, (_, index) => {
    const next = numbers(seed * 1e6 + index)
    const body = Array.from({ length: paragraphs }, (__, at) =>
      at % 4 === 0 ? `<h2>${sentence(next).slice(0, -1)}</h2>\n${paragraph(next)}` : paragraph(next),
    )
    const figure = `<figure class="wp-block-image"><img src="${origin}/wp-content/uploads/${pictureName(index)}" alt="${sentence(next)}"/><figcaption>${sentence(next)}</figcaption></figure>`
    const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 19)
    return {
      id: index + 1,
      slug: `article-${index + 1}`,
      link: `${origin}/article-${index + 1}/`,
      date: day,
      date_gmt: day,
      modified_gmt: day,
      title: { rendered: `Article ${index + 1}: ${sentence(next)}` },
      content: { rendered: [body[0], figure, ...body.slice(1)].join('\n') },
    }
  })
}

/** What a library of media holds: most files as large as a column, some as the camera or an optimiser left them. */
const sizes = [
  { width: 2000, height: 1333, type: 'jpg' },
  { width: 1600, height: 1067, type: 'webp' },
  { width: 1024, height: 683, type: 'jpg' },
  { width: 1024, height: 683, type: 'jpg' },
  { width: 1024, height: 683, type: 'jpg' },
  { width: 1024, height: 683, type: 'jpg' },
]

function name(index) {
  return `photo-${index + 1}.${sizes[index % sizes.length].type}`
}

/** Writes the pictures of `count` posts into `folder`. */
export async function writePictures(count, folder, seed = 1) {
  mkdirSync(folder, { recursive: true })
  for (let index = 0; index < count; index += 1) {
    const { width, height, type } = sizes[index % sizes.length]
    const next = numbers(seed * 2e6 + index)
    const small = Buffer.from(Array.from({ length: 48 * 32 * 3 }, () => Math.floor(next() * 256)))
    // Soft shapes with a grain cost a codec about what a photograph does.
    const shapes = sharp(small, { raw: { width: 48, height: 32, channels: 3 } }).resize(width, height, { fit: 'fill' })
    const picture = type === 'webp' ? shapes.webp({ quality: 80, effort: 0 }) : shapes.jpeg({ quality: 82 })
    // Every fourth file says which camera took it, so that it has to be made anew.
    const told = index % 4 === 0 ? picture.withExif({ IFD0: { Model: 'Camera of the bench' } }) : picture
    writeFileSync(join(folder, name(index)), await told.toBuffer())
  }
}
