import { beforeAll, describe, expect, it } from 'vitest'
import { decodeIssue, decodePagePart, encode } from '@/bundle/codec'
import { verifyPart } from '@/bundle/integrity'
import { edited } from '../support/edited'
import { faultOf } from '../support/fault-of'
import { pageParts, smallIssue, type SmallIssue } from '../support/small-issue'

let small: SmallIssue
beforeAll(async () => {
  small = await smallIssue()
})

const file = (no: number) => small.issue.pages[no - 1]?.part ?? ''
const decodedWith = (path: string, value: unknown, no = 1) =>
  decodePagePart(encode(edited(pageParts()[no - 1], path, value)), file(no), decodeIssue(encode(small.issue)))
const faultWith = (path: string, value: unknown, no = 1) => faultOf(() => decodedWith(path, value, no))

describe('a page part', () => {
  it('decodes to what was encoded', () => expect(decodedWith('note', 'later')).toEqual(pageParts()[0]))

  it('[B1] shows a block of a later version as text', () =>
    expect(decodedWith('pieces.0.blocks.0.kind', 'hologram').pieces[0]?.blocks[0]).toMatchObject({ kind: 'later' }))

  it.each([
    ['text that is too short', 'pieces.0.blocks.0.leaves', ['短']],
    ['another range than the region’s', 'pieces.0.range', [0, 4]],
    ['another article than the region’s', 'pieces.1.article', 'ccc333'],
    ['a piece too few', 'pieces.1', undefined],
  ])('[B9] refuses %s', async (_, path, value) =>
    expect((await faultWith(path, value)).kind).toMatch(/text-mismatch|wrong-shape/),
  )
  it('[B9] refuses a piece without a region', async () => {
    const pieces = [...pageParts()[0].pieces, { article: 'ccc333', range: [0, 0], blocks: [] }]
    expect(await faultWith('pieces', pieces)).toMatchObject({ kind: 'text-mismatch', article: 'ccc333' })
  })

  it.each([
    ['lines of text that stands elsewhere', 'setting.articles.0.frames.0.runs.0.from', 30],
    ['more characters than there are', 'setting.articles.1.frames.0.runs.0.lines', [3, 9]],
    ['a picture where there is none', 'setting.articles.0.plates', [{ box: [0, 0, 1, 1], from: 300 }]],
    ['an article that stands elsewhere', 'setting.articles.0.article', 'ccc333'],
  ])('[B13] refuses %s', async (_, path, value) =>
    expect(await faultWith(path, value)).toMatchObject({ kind: 'lines-mismatch' }),
  )

  it('[B13] refuses a typeset page without a setting', async () =>
    expect(await faultWith('setting', undefined)).toMatchObject({ kind: 'wrong-shape', path: 'setting' }))
  it('[B14] refuses a line with a negative count', async () =>
    expect(await faultWith('setting.articles.0.frames.0.runs.0.lines', [-1])).toMatchObject({ kind: 'wrong-shape' }))

  it('[B2] refuses a picture that the issue does not have', async () =>
    expect(await faultWith('pieces.1.blocks.0.picture', 'pic999', 2)).toMatchObject({
      kind: 'unknown-id',
      id: 'pic999',
    }))

  it('[B5] refuses bytes that issue.json does not promise', async () => {
    const entry = decodeIssue(encode(small.issue)).parts[0]
    const bytes = small.files.get(entry?.name ?? '')
    if (!entry || !bytes) throw new Error('no part')
    expect(await verifyPart(entry, bytes)).toBe(bytes)
    const damaged = bytes.slice()
    damaged[5] = 0
    expect(await faultOf(() => verifyPart(entry, damaged))).toEqual({ kind: 'wrong-digest', file: entry.name })
    expect(await faultOf(() => verifyPart(entry, bytes.slice(1)))).toMatchObject({ kind: 'wrong-digest' })
  })
})
