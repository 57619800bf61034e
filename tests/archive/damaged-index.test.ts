import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ArchiveError } from '@/archive/archive-fault'
import { createStaticArchive } from '@/archive/static-archive'
import type { SegmentRow } from '@/archive/search-catalog'
import {
  addSegment,
  archiveFaultOf,
  archiveFilesOf,
  recordOf,
  scan,
  searchAll,
  variants,
  writeCatalog,
  type Files,
} from '../support/archive-in-memory'

const texts = [
  '报纸还是那张报纸，版面还是那个版面。',
  '手指点到哪一篇，哪一篇就展开。',
  '中国的报纸。',
  '版面上的一篇。',
]
const records = Array.from({ length: 60 }, (_, index) =>
  recordOf(
    new Date(Date.UTC(2026, 0, 31 - index)).toISOString().slice(0, 10),
    `art${String(index).padStart(3, '0')}`,
    `${texts[index % 4]}${texts[(index + 1) % 4]}\n`,
  ),
)
const queries = ['报纸', '版面还是', '篇', '一篇 报纸', '没有', '手指 -中国']

describe('an index that is not as it was written', () => {
  const whole: Files = new Map()
  let row: SegmentRow
  beforeAll(async () => {
    row = await addSegment(whole, records)
    writeCatalog(whole, [row])
  })

  /** Every query has the right answer, or a fault that the union has; nothing else is thrown. */
  const isRightOrFault = async (files: Files): Promise<void> => {
    for (const query of queries) {
      try {
        const { found } = await searchAll(createStaticArchive(archiveFilesOf(files), variants), query)
        expect([...found].sort(), query).toEqual([...scan(records, query)].sort())
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error
        expect(['damaged', 'newer-format', 'other-folding', 'not-found']).toContain(error.fault.kind)
      }
    }
  }
  const place = fc.record({ file: fc.nat(4), at: fc.nat(), bit: fc.nat(7) })
  const changed = (file: number, change: (bytes: Uint8Array) => Uint8Array): Files => {
    const [name, bytes] = [...whole][file % whole.size] ?? ['', new Uint8Array()]
    return new Map([...whole, [name, change(bytes.slice())]])
  }

  it('gives right answers or a fault when a bit is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(place, ({ file, at, bit }) =>
        isRightOrFault(
          changed(file, (bytes) => {
            bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit)
            return bytes
          }),
        ),
      ),
      { numRuns: 400 },
    )
  })

  it('gives right answers or a fault when a file is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(place, ({ file, at }) =>
        isRightOrFault(changed(file, (bytes) => bytes.subarray(0, at % bytes.length))),
      ),
    )
  })

  it('gives right answers or a fault when bytes of a file stand where others belong', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.nat(), fc.nat(200), ({ file, at }, to, length) =>
        isRightOrFault(
          changed(file, (bytes) => {
            bytes.copyWithin(to % bytes.length, at % bytes.length, (at % bytes.length) + length)
            return bytes
          }),
        ),
      ),
    )
  })

  it('is a fault when a file of another index has its name', async () => {
    const other: Files = new Map()
    const foreign = await addSegment(other, records.slice(1))
    for (const kind of ['head', 'slots', 'texts'] as const) {
      const files: Files = new Map([...whole, [row[kind].name, other.get(foreign[kind].name) ?? new Uint8Array()]])
      const search = searchAll(createStaticArchive(archiveFilesOf(files), variants), '报纸')
      expect(await archiveFaultOf(search), kind).toEqual({ kind: 'damaged', file: row[kind].name })
    }
  })

  it('is not-found when a file is gone; a catalogue that has become stale is read again', async () => {
    const files: Files = new Map(whole)
    const archive = createStaticArchive(archiveFilesOf(files), variants)
    expect((await searchAll(archive, '没有')).found).toEqual([])
    for (const { name } of [row.head, row.slots, row.lists, row.texts]) files.delete(name)
    expect(await archiveFaultOf(searchAll(archive, '报纸'))).toMatchObject({ kind: 'not-found' })
    writeCatalog(files, [await addSegment(files, records.slice(0, 7))])
    expect((await searchAll(archive, '报纸')).found).toEqual(scan(records.slice(0, 7), '报纸'))
  })

  it('is refused when the press counts other characters as the same, or writes a later version', async () => {
    const archive = createStaticArchive(archiveFilesOf(whole), () => [])
    expect(await archiveFaultOf(searchAll(archive, '报纸'))).toEqual({ kind: 'other-folding', file: 'index.json' })
    const later = new Map([...whole, ['index.json', new TextEncoder().encode('{"version":3}')] as const])
    expect(await archiveFaultOf(searchAll(createStaticArchive(archiveFilesOf(later), variants), '报纸'))).toEqual({
      kind: 'newer-format',
      file: 'index.json',
      found: 3,
    })
  })
})
