import { encode } from 'uqr'

/** A QR code as one SVG path on a grid of `size` × `size`, quiet zone included. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** The dark squares of the text's QR code, merged into horizontal runs. */
export const qrPathOf = (text: string): QrPath => {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => {
    const path: string[] = []
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x++
      path.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`)
    }
    return path
  })
  return { size, path: runs.join('') }
}
