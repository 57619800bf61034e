import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { tileBox } from '@/bundle/tile-box'

import { encodeLevel, levelWidths } from '@/press/images/encode-level'
import { encodePicture } from '@/press/images/encode-picture'

describe('the levels of a picture', () => {
  const images = [200, 1100, 2600]
  it.each([
    [2600, []],
    [3200, []],
    [4000, [2000, 4000]],
    [6700, [1675, 3350, 6700]],
    [12_000, [1500, 3000, 6000, 12_000]],
    [16_000, [2000, 4000, 8000, 16_000]],
  ])('of %i pixels are its own width and halves of it, down to the image that fits a phone', (own, widths) =>
    expect(levelWidths(own, images)).toEqual(widths),
  )
  it('have at most twice the width of the one before, and end with the picture’s own', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 4 }),
        (own, some) => {
          const [widest = 0, under = widest] = [...some].sort((one, other) => other - one)
          const widths = levelWidths(own, some)
          for (const [index, width] of widths.entries())
            expect(width).toBeLessThanOrEqual(2 * (widths[index - 1] ?? 1.25 * under) + 1)
          expect(widths.length > 0).toBe(own >= 1.25 * widest)
          expect(widths.at(-1) ?? own).toBe(own)
        },
      ),
    ))

  it('are cut into tiles that give the picture when they are put together', async () => {
    // A picture of which every tile looks different.
    const [width, height, side] = [700, 530, 256]
    const data = Buffer.from(
      Array.from({ length: width * height }, (_, at) => [
        Math.floor(((at % width) / width) * 255),
        Math.floor((at / width / height) * 255),
        60,
      ]).flat(),
    )
    const level = await encodeLevel(sharp(data, { raw: { width, height, channels: 3 } }), side, 90)
    expect([level.width, level.height, level.side, level.tiles.length]).toEqual([width, height, side, 9])
    const whole = await sharp({ create: { width, height, channels: 3, background: '#000' } })
      .composite(
        level.tiles.map(({ bytes }, index) => {
          const { x, y } = tileBox(level, index)
          return { input: Buffer.from(bytes), left: x, top: y }
        }),
      )
      .removeAlpha()
      .raw()
      .toBuffer()
    let most = 0
    for (let at = 0; at < data.length; at++) most = Math.max(most, Math.abs((whole[at] ?? 0) - (data[at] ?? 0)))
    expect(most).toBeLessThan(16)
  })

  it('are turned as the picture says', async () => {
    const picture = await sharp({ create: { width: 300, height: 500, channels: 3, background: '#888' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const encoded = await encodePicture(picture, { widths: [100], quality: 80, tileSide: 256 })
    expect(encoded?.levels.map((level) => [level.width, level.height, level.tiles.length])).toEqual([
      [125, 75, 1],
      [250, 150, 1],
      [500, 300, 4],
    ])
    for (const { tiles } of encoded?.levels ?? [])
      for (const { bytes, width, height } of tiles)
        expect(await sharp(Buffer.from(bytes)).metadata()).toMatchObject({ width, height, format: 'webp' })
  })
})
