// A QR code (ISO/IEC 18004) as a path of squares. Level M withstands a crease; four modules of quiet zone.

import qrcode from 'qrcode-generator'
import { webAddress } from './links.js'

export interface QrCode {
  /** SVG path data, a unit for a module. */
  readonly path: string
  /** Modules of a side, quiet zone and all. */
  readonly modules: number
  /** Millimetres of a side as it is printed. */
  readonly side: number
}

const quietZone = 4
/** Millimetres: what a telephone tells apart at arm's length, and the least side of the code itself. */
const moduleSize = 0.6
const leastSide = 20

/** Characters that a code of this size holds and a telephone still reads from paper. */
const longest = 300

/** The code of a web address; none where there is none, or a long one. */
export function qrCodeOf(source: string | undefined): QrCode | undefined {
  const address = webAddress(source)?.href
  if (address === undefined || address.length > longest) return undefined
  const code = qrcode(0, 'M')
  code.addData(address, 'Byte')
  code.make()
  const count = code.getModuleCount()
  const modules = count + 2 * quietZone
  let path = ''
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) path += `M${column + quietZone} ${row + quietZone}h1v1h-1z`
    }
  }
  return { path, modules, side: Math.ceil(Math.max(moduleSize, leastSide / count) * modules) }
}
