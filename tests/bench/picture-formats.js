/**
 * What a printed page costs as WebP and as AVIF where its body text is equally legible: both are compared with the picture itself by
 * SSIM (Wang et al., Image quality assessment: from error visibility to structural similarity, 2004) over the squares of 8 pixels that
 * hold ink, and AVIF's quality is sought at which it comes as near as WebP does at the press's own.
 *
 *   node tests/bench/picture-formats.js <picture of a page…>
 *
 * Any picture that sharp reads; a PDF is drawn first, for example by `pdftoppm -r 200 -png`.
 */
import { basename } from 'node:path'
import sharp from 'sharp'
import { median } from './support/figures.js'

const pressQuality = 72
/** The image that a phone is sent; AVIF of a larger one takes minutes. */
const widths = [1100]
/** What an encoder is given to do, of 6 with WebP and 9 with AVIF. */
const effort = { webp: 5, avif: 2 }
const square = 8
/** Standard deviation of the lightness, of 255, from which a square holds ink. */
const leastInk = 20

const say = (text) => process.stdout.write(`${text}\n`)
const lightness = async (bytes) => {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Mean SSIM of two pictures of one size over the squares in which the first has ink, from 0 to 1. */
const likeness = (one, other) => {
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]
  let [sum, count] = [0, 0]
  for (let top = 0; top + square <= one.height; top += square)
    for (let left = 0; left + square <= one.width; left += square) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0]
      for (let y = top; y < top + square; y++)
        for (let x = left; x < left + square; x++) {
          const [p, q] = [one.data[y * one.width + x], other.data[y * one.width + x]]
          a += p
          b += q
          aa += p * p
          bb += q * q
          ab += p * q
        }
      const n = square * square
      const [meanA, meanB] = [a / n, b / n]
      const [varA, varB, both] = [aa / n - meanA ** 2, bb / n - meanB ** 2, ab / n - meanA * meanB]
      if (varA < leastInk ** 2) continue
      sum += ((2 * meanA * meanB + c1) * (2 * both + c2)) / ((meanA ** 2 + meanB ** 2 + c1) * (varA + varB + c2))
      count++
    }
  return sum / count
}

const timed = async (run) => {
  const start = performance.now()
  const result = await run()
  return [result, performance.now() - start]
}

/** The bytes of a picture in a format, its likeness to the picture, and what encoding and decoding took. */
const tried = async (png, original, format, quality) => {
  const encode =
    format === 'webp'
      ? (one) => one.webp({ quality, effort: effort.webp })
      : (one) => one.avif({ quality, effort: effort.avif })
  const [bytes, encodeMs] = await timed(() => encode(sharp(png)).toBuffer())
  const [decoded, decodeMs] = await timed(() => lightness(bytes))
  return { quality, bytes: bytes.length, like: likeness(original, decoded), encodeMs, decodeMs }
}

/** AVIF at the lowest quality that is as near to the picture as wanted. */
const avifLike = async (png, original, wanted) => {
  let [low, high] = [20, 95]
  while (low < high) {
    const middle = (low + high) >> 1
    const { like } = await tried(png, original, 'avif', middle)
    if (like >= wanted) high = middle
    else low = middle + 1
  }
  return tried(png, original, 'avif', low)
}

const ratios = new Map(widths.map((width) => [width, []]))
say(
  'picture, width: WebP kB, likeness | AVIF at the same likeness: quality, kB, share of WebP | ms to encode and decode, each',
)
for (const file of process.argv.slice(2))
  for (const width of widths) {
    const png = await sharp(file, { limitInputPixels: false })
      .rotate()
      .resize({ width, withoutEnlargement: true })
      .png()
      .toBuffer()
    const original = await lightness(png)
    const webp = await tried(png, original, 'webp', pressQuality)
    const avif = await avifLike(png, original, webp.like)
    const ratio = avif.bytes / webp.bytes
    ratios.get(width).push(ratio)
    const kB = ({ bytes }) => (bytes / 1000).toFixed(0)
    const ms = ({ encodeMs, decodeMs }) => `${encodeMs.toFixed(0)}+${decodeMs.toFixed(0)}`
    say(
      `${basename(file).slice(0, 40)}, ${original.width}: ${kB(webp)}, ${webp.like.toFixed(4)} | ${avif.quality}, ${kB(avif)}, ${ratio.toFixed(2)} (${avif.like.toFixed(4)}) | ${ms(webp)}, ${ms(avif)}`,
    )
  }
for (const [width, all] of ratios)
  say(`${width} pixels: AVIF is ${median(all).toFixed(2)} of WebP (median of ${all.length})`)
