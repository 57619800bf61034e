import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodePicture, measurePicture } from '@/press/images/encode-picture'

/** 48 × 32 pixels of one red, as a file of JPEG 2000's own format, and as a bare codestream. */
const file = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAIAAAADAAAwcHAAAAAAAPY29scgEAAAAAABAAAAC0anAyY/9P/1EALwAAAAAAMAAAACAAAAAAAAAAAAAAADAAAAAgAAAAAAAAAAAAAwcBAQcBAQcBAf9SAAwAAAABAQAEBAAB/1wABEBA/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAAPAAB/5PH1BIRUFSv/3j/Yb/H1BARUFSv/3/9h9+AoBQAXK//f/9+tMoAAAAAADCQl/9//9k=',
  'base64',
)
const codestream = file.subarray(file.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51])))

describe('a JPEG 2000 picture', () => {
  it.each([
    ['in a file', file],
    ['as a bare codestream', codestream],
  ])('%s is measured, scaled and keeps its colours', async (_, bytes) => {
    expect(await measurePicture(bytes)).toEqual({ width: 48, height: 32 })
    const [small, own, ...more] = (await encodePicture(bytes, { widths: [24, 2600], quality: 90 }))?.images ?? []
    expect([small?.width, small?.height, own?.width, own?.height, more]).toEqual([24, 16, 48, 32, []])
    const { channels } = await sharp(own?.bytes).stats()
    const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean)
    expect(Math.abs(red - 0xd0) + Math.abs(green - 0x30) + Math.abs(blue - 0x10)).toBeLessThan(12)
  })

  it.each([
    ['breaks off', file.subarray(0, 150)],
    ['is another thing behind its header', Buffer.concat([file.subarray(0, 85), Buffer.alloc(4000, 7)])],
  ])('is damaged if it %s', async (_, bytes) =>
    expect(await encodePicture(bytes, { widths: [24], quality: 90 })).toBeUndefined(),
  )

  it('has no size if its header breaks off', async () =>
    expect(await measurePicture(file.subarray(0, 50))).toEqual({ reason: 'the file is damaged, or no picture' }))

  it('is refused by its declared size before anything is decoded', async () => {
    const huge = Buffer.from(file)
    const header = huge.indexOf('ihdr')
    huge.writeUInt32BE(40_000, header + 4)
    huge.writeUInt32BE(50_000, header + 8)
    expect(await measurePicture(huge)).toMatchObject({ reason: expect.stringContaining('50000 × 40000') })
  })
})
