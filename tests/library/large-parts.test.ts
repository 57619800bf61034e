import { describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { largePartsOf, standInsFor } from '@/library/large-parts'
import { networkKindOf } from '@/library/network-kind'
import { smallIssue } from '../support/small-issue'

const digest = (index: number): string => index.toString(16).padStart(8, '0').repeat(8)
const image = (index: number, role: string, width: number, bytes: number) => ({
  name: `${role}-${width}.${digest(index).slice(0, 8)}.webp`,
  role,
  width,
  height: width,
  bytes,
  sha256: digest(index),
})

/** The small issue with a page and a picture in several widths, and a sound. */
const manyWidths = async () => {
  const { issue } = await smallIssue()
  const page = [
    image(1, 'facsimile', 200, 9000),
    image(2, 'facsimile', 1000, 90_000),
    image(3, 'facsimile', 2600, 900_000),
  ]
  const picture = [image(4, 'picture', 640, 60_000), image(5, 'picture', 1600, 300_000)]
  const tiles = [image(8, 'tile', 1024, 900), image(9, 'tile', 512, 200_000)]
  const other = [...tiles, image(6, 'sound', 1, 5_000_000), image(7, 'word-boxes', 1, 50_000)]
  issue.parts.push(...page, ...picture, ...other)
  const rendition = issue.pages[1]?.renditions[0]
  if (!rendition || !('images' in rendition)) throw new Error('no facsimile')
  rendition.images = page.map(({ name }) => name)
  Object.assign(issue.pictures[0] ?? {}, { images: picture.map(({ name }) => name) })
  return decodeIssue(encode(issue))
}

describe('which parts wait for Wi-Fi', () => {
  it('are those for zooming in, tiles of any size, large pictures that a smaller one shows, and large parts of unknown roles', async () =>
    expect(largePartsOf(await manyWidths()).map(({ name }) => name.split('.')[0])).toEqual([
      'facsimile-2600',
      'picture-1600',
      'tile-1024',
      'tile-512',
      'sound-1',
    ]))
  it('are none in an issue of text and small pictures', async () =>
    expect(largePartsOf(decodeIssue(encode((await smallIssue()).issue)))).toEqual([]))
  it('leave one image of every picture, of which the widest is used first', async () => {
    const issue = await manyWidths()
    const large = largePartsOf(issue).map(({ name }) => name)
    const [wide = issue.parts[0]?.name ?? expect.unreachable()] = large
    expect(standInsFor(issue, wide).map((name) => name.split('.')[0])).toEqual(['facsimile-1000', 'facsimile-200'])
  })
})

describe('the kind of network', () => {
  it.each([
    ['a browser that does not tell', undefined, 'unknown'],
    ['a desktop that tells of speed only', { effectiveType: '4g', saveData: false }, 'unknown'],
    ['Wi-Fi', { type: 'wifi', saveData: false }, 'wifi'],
    ['a cable', { type: 'ethernet' }, 'wifi'],
    ['a phone’s network', { type: 'cellular' }, 'metered'],
    ['Wi-Fi of someone who saves data', { type: 'wifi', saveData: true }, 'metered'],
    ['something odd', { type: 7 }, 'unknown'],
  ])('%s', (_, said, kind) => expect(networkKindOf(said)).toBe(kind))
})
