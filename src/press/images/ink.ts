import { opened } from './encode-picture'
import type { Ink } from '../importers/printed/covered-share'

/** As wide as is needed to see lines of text as grey. */
const width = 500
/** Lightness of the paper: more than this share of the page is not lighter. */
const paperShare = 0.9
/** Less than this share of the paper's lightness is stains and what shines through. */
const leastInk = 0.25

/** Where ink is on a picture of a page, and how much; undefined if the picture can't be read. */
export const inkOf = async (picture: Uint8Array): Promise<Ink | undefined> => {
  const drawn = await opened(Buffer.from(picture))
    .then((page) =>
      page
        .rotate()
        .resize({ width })
        .flatten({ background: '#fff' })
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true }),
    )
    .catch(() => undefined)
  if (!drawn) return undefined
  const { data, info } = drawn
  const paper = data.toSorted()[Math.floor(data.length * paperShare)] ?? 255
  const dark = Uint8Array.from(data, (lightness) => {
    const ink = Math.max(0, paper - lightness)
    return ink < paper * leastInk ? 0 : ink
  })
  return { width: info.width, height: info.height, dark }
}
