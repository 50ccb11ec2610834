import * as lib from '@pdfme/pdf-lib'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../src/pdf/check/index.js'
import { archiveFault } from '../../src/pdf/finish/archive.js'
import { srgbProfile } from '../../src/pdf/finish/srgb.js'
import { veraPdf, veraPdfMissing } from '../verapdf.js'
import { documentOf, print } from './sample.js'

const missing = await veraPdfMissing()

describe('the profile of sRGB', () => {
  it('has the length and the places that it names', () => {
    const profile = Buffer.from(srgbProfile())
    expect(profile.readUInt32BE(0)).toBe(profile.length)
    expect(profile.toString('latin1', 36, 40)).toBe('acsp')
    const names = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
      const at = 132 + 12 * index
      const [offset, length] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)]
      expect(offset % 4).toBe(0)
      expect(offset + length).toBeLessThanOrEqual(profile.length)
      return profile.toString('latin1', at, at + 4)
    })
    expect(names).toEqual(['desc', 'cprt', 'wtpt', 'chad', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'])
  })
})

describe('a file for an archive', () => {
  const body = '<h1 id="c1">Title</h1><p style="color:#a00">Red</p><div style="opacity:.5"><p>Faint</p></div>'

  it.skipIf(missing !== undefined)(
    `keeps to PDF/A-2b and PDF/UA-1${missing ? ` (skipped: ${missing})` : ''}`,
    async () => {
      const { bytes, said } = await print(documentOf(body), { pdfA: true })
      expect(said).toEqual([])
      const files = [{ name: 'archive', bytes }]
      expect([...(await veraPdf(files, '2b')), ...(await veraPdf(files, 'ua1'))]).toEqual([])
    },
  )

  it('is made on demand only', async () => {
    const { bytes } = await print(documentOf(body))
    expect(Buffer.from(bytes).includes('pdfaid:part')).toBe(false)
  })

  it('is not claimed where a glyph is missing, and the report says why', async () => {
    const { bytes, said } = await print(documentOf('<p>\u{10FFFD}</p>'), { pdfA: true })
    expect(said.map(({ code }) => code)).toContain('pdf-a-not-claimed')
    expect(Buffer.from(bytes).includes('pdfaid:part')).toBe(false)
  })

  it('is not claimed with a picture in CMYK', async () => {
    const pdf = await lib.PDFDocument.create()
    const fault = () => archiveFault(lib, pdf, checkPdf(lib, pdf))
    expect(fault()).toBeUndefined()
    const picture = { Subtype: 'Image', ColorSpace: 'DeviceCMYK' }
    pdf.context.register(lib.PDFRawStream.of(pdf.context.obj(picture), new Uint8Array()))
    expect(fault()).toBe('a picture is in CMYK')
  })
})
