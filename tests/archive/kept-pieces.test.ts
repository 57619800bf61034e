import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepPieces } from '@/archive/kept-pieces'
import { createStaticArchive } from '@/archive/static-archive'
import {
  addSegment,
  archiveFilesOf,
  recordOf,
  searchAll,
  variants,
  writeCatalog,
  type Files,
  type RequestLog,
} from '../support/archive-in-memory'

const signal = new AbortController().signal

describe('pieces that are kept', () => {
  it('are what the file has, whatever is asked for in whatever order, and are not more than may be kept', async () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, index) => index % 251)
    const piece = fc.tuple(fc.integer({ min: 0, max: 450 }), fc.integer({ min: 1, max: 50 }))
    await fc.assert(
      fc.asyncProperty(fc.array(piece), fc.integer({ min: 0, max: 200 }), async (asked, most) => {
        const log: RequestLog[] = []
        const files = keepPieces(archiveFilesOf(new Map([['texts', bytes]]), log), most)
        for (const [from, length] of asked) {
          expect(await files.read('texts', from, length, signal)).toEqual(bytes.slice(from, from + length))
          const before = log.length
          await files.read('texts', from, length, signal)
          expect(log.length - before).toBe(length <= most ? 0 : 1)
        }
      }),
    )
  })
})

const records = Array.from({ length: 40 }, (_, index) =>
  recordOf(
    `2024-03-${String(31 - Math.floor(index / 2)).padStart(2, '0')}`,
    `art${String(index).padStart(3, '0')}`,
    '一张报纸。\n',
  ),
)

describe('an archive that was prepared', () => {
  it('answers the first search without asking for catalogue, head or places', async () => {
    const files: Files = new Map()
    const row = await addSegment(files, records)
    writeCatalog(files, [row])
    const log: RequestLog[] = []
    const archive = createStaticArchive(archiveFilesOf(files, log), variants)
    await archive.prepare(signal)
    expect(log.map(({ file }) => file).sort()).toEqual([row.head.name, 'index.json', row.texts.name].sort())
    log.splice(0)
    const { found } = await searchAll(archive, '报纸')
    expect(found).toHaveLength(40)
    expect(log.filter(({ file }) => file === 'index.json' || file === row.head.name)).toEqual([])
    // A list, and articles ten at a time, which lie next to each other.
    expect(log.length).toBe(1 + 4)
  })

  it('says nothing of what it could not read: the search does', async () => {
    const archive = createStaticArchive(archiveFilesOf(new Map()), variants)
    await archive.prepare(signal)
    await expect(searchAll(archive, '报纸')).rejects.toThrow()
  })

  it('reads the catalogue again after five minutes, in which a paper may have come', async () => {
    const files: Files = new Map()
    const past = await addSegment(files, records)
    writeCatalog(files, [past])
    let now = 0
    const archive = createStaticArchive(archiveFilesOf(files), variants, () => now)
    await archive.prepare(signal)
    writeCatalog(files, [await addSegment(files, [recordOf('2024-04-01', 'bbb111', '新的报纸。\n')]), past])
    now = 200_000
    expect((await searchAll(archive, '新的报纸')).found).toEqual([])
    now = 301_000
    expect((await searchAll(archive, '新的报纸')).found).toEqual(['2024-04-01 bbb111'])
  })
})
