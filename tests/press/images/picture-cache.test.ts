import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Encoded } from '@/press/images/encoded'
import { encodePicture } from '@/press/images/encode-picture'
import { cacheFolderOf, openPictureCache } from '@/press/images/picture-cache'
import { tempFolder } from '../../support/temp-folder'

const encoding = { widths: [40, 80], quality: 78, tileSide: 16 }
const drawPicture = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 120, height: 60, channels: 3, background: { r: red, g: 20, b: 20 } } })
    .png()
    .toBuffer()

const encoded = async (picture: Buffer): Promise<Encoded> =>
  (await encodePicture(picture, encoding)) ?? { images: [], levels: [] }

describe('the cache of encoded pictures', () => {
  it('gives back exactly what was encoded, for the same picture in the same way alone', async () => {
    const cache = openPictureCache(join(tempFolder(), 'cache'))
    const picture = await drawPicture(200)
    expect(await cache.find(picture, encoding)).toBeUndefined()
    const kept = await encoded(picture)
    await cache.keep(picture, encoding, kept)
    expect(await cache.find(picture, encoding)).toEqual(kept)
    expect(await cache.find(picture, { ...encoding, quality: 77 })).toBeUndefined()
    expect(await cache.find(await drawPicture(201), encoding)).toBeUndefined()
  })

  it('passes over a file that is damaged anywhere', async () => {
    const folder = tempFolder()
    const cache = openPictureCache(folder)
    const picture = await drawPicture(200)
    await cache.keep(picture, encoding, await encoded(picture))
    const [name = ''] = readdirSync(folder)
    const sound = readFileSync(join(folder, name))
    for (const at of [0, 63, 64, 70, sound.length - 1]) {
      const damaged = Buffer.from(sound)
      damaged.writeUInt8(sound.readUInt8(at) ^ 1, at)
      writeFileSync(join(folder, name), damaged)
      expect(await cache.find(picture, encoding)).toBeUndefined()
    }
    for (const length of [0, 10, 64, sound.length - 1]) {
      writeFileSync(join(folder, name), sound.subarray(0, length))
      expect(await cache.find(picture, encoding)).toBeUndefined()
    }
  })

  it('stays within its limit: what was not used for longest goes first', async () => {
    const folder = tempFolder()
    const pictures = await Promise.all([10, 20, 30].map(drawPicture))
    const full = openPictureCache(folder)
    for (const [index, picture] of pictures.entries()) {
      const before = new Set(readdirSync(folder))
      await full.keep(picture, encoding, await encoded(picture))
      const own = readdirSync(folder).find((name) => !before.has(name)) ?? ''
      utimesSync(join(folder, own), index + 1, index + 1)
    }
    const [first, second, third] = pictures
    // Used again, the oldest becomes the newest.
    if (first) await full.find(first, encoding)
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).length)
    await openPictureCache(folder, bytes.reduce((sum, one) => sum + one, 0) - 1).prune()
    expect(first && (await full.find(first, encoding))).toBeDefined()
    expect(second && (await full.find(second, encoding))).toBeUndefined()
    expect(third && (await full.find(third, encoding))).toBeDefined()
  })

  it('that can’t be written holds nothing up', async () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    const cache = openPictureCache(join(file, 'cache'))
    const picture = await drawPicture(200)
    await cache.keep(picture, encoding, { images: [], levels: [] })
    await cache.prune()
    expect(await cache.find(picture, encoding)).toBeUndefined()
  })

  it('stands where the system keeps caches, or nowhere', () => {
    expect(cacheFolderOf({ XDG_CACHE_HOME: '/c', HOME: '/h' })).toBe('/c/banmian/pictures')
    expect(cacheFolderOf({ HOME: '/h' })).toBe('/h/.cache/banmian/pictures')
    expect(cacheFolderOf({ HOME: '' })).toBeUndefined()
    expect(cacheFolderOf({})).toBeUndefined()
  })
})
