import { beforeAll, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { limits } from '@/bundle/limits'
import { edited } from '../support/edited'
import { faultOf } from '../support/fault-of'
import { smallIssue, type SmallIssue } from '../support/small-issue'

let small: SmallIssue
beforeAll(async () => {
  small = await smallIssue()
})

const decodedWith = (path: string, value: unknown) => decodeIssue(encode(edited(small.issue, path, value)))
const faultWith = (path: string, value: unknown) => faultOf(() => decodedWith(path, value))
const region = 'pages.0.renditions.0.regions.0'

describe('issue.json', () => {
  it('decodes to what was encoded', () => expect(decodeIssue(encode(small.issue))).toEqual(small.issue))

  it('[B1] ignores fields of a later version', () =>
    expect(decodedWith('soundtrack', { tracks: [] })).toEqual(small.issue))
  it('[B1] opens a higher minor version', () => expect(decodedWith('format', '1.7').format).toBe('1.7'))
  it('[B1] ignores a rendition of a later version', () => {
    const renditions = [{ kind: 'hologram', depth: 3 }, ...(small.issue.pages[0]?.renditions ?? [])]
    expect(decodedWith('pages.0.renditions', renditions)).toEqual(small.issue)
  })
  it('[B1] reads an article kind of a later version as news', () =>
    expect(decodedWith('articles.2.kind', 'horoscope').articles[2]?.kind).toBe('news'))
  it('[B1] refuses a newer major version and says which', async () =>
    expect(await faultWith('format', '2.0')).toEqual({ kind: 'newer-format', file: 'issue.json', found: '2.0' }))

  it('[B3] refuses truncated JSON', async () => {
    const bytes = encode(small.issue)
    const fault = await faultOf(() => decodeIssue(bytes.slice(0, bytes.length / 2)))
    expect(fault).toEqual({ kind: 'not-json', file: 'issue.json' })
  })
  it('[B3] refuses bytes that are not UTF-8', async () =>
    expect(await faultOf(() => decodeIssue(Uint8Array.from([0x22, 0xff, 0x22])))).toMatchObject({ kind: 'not-json' }))

  it.each([
    ['a number for a date', 'date', 5],
    ['no date', 'date', undefined],
    ['an empty text for “none”', 'masthead.weekday', ''],
    ['control characters in a line', 'masthead.weekday', 'a\u0000b'],
    ['two lines in one', 'articles.0.headline', 'a\nb'],
    ['no pages', 'pages', []],
    ['a page with the wrong number', 'pages.1.no', 3],
    ['an accent that is code', 'paper.accent', 'red;}'],
    ['an id that climbs', 'id', '../../etc'],
    ['a part name that climbs', 'pages.0.part', '../page-01.00000000.json'],
    ['half a corner', `${region}.outlines.0`, [0, 0, 1, 1, 2, 2, 3]],
    ['a page of no width', 'pages.0.renditions.0.width', 0],
    ['a page that can be shown in no way', 'pages.0.renditions', [{ kind: 'hologram' }]],
  ])('[B3] refuses %s and names the place', async (_, path, value) => {
    const fault = await faultWith(path, value)
    expect(fault).toMatchObject({ kind: 'wrong-shape', file: 'issue.json' })
    expect(fault.kind === 'wrong-shape' && path.startsWith(fault.path)).toBe(true)
  })

  it.each([
    ['articles', 'articles.1.id', 'aaa111'],
    ['page labels', 'pages.1.label', '1'],
  ])('[B2] refuses %s whose ids clash', async (_, path, value) =>
    expect(await faultWith(path, value)).toEqual({ kind: 'duplicate-id', id: value }),
  )

  it.each([
    ['a region of no article', `${region}.article`, 'zzz999'],
    ['a banner over no article', 'pages.0.banner', { text: '通栏', articles: ['zzz999'] }],
    ['a nameplate that is not listed', 'masthead.nameplate', 'plate.00000000.webp'],
    ['a picture that is not listed', 'pictures.0.images', ['picture.00000000.webp']],
    ['a page part that is not listed', 'pages.0.part', 'page-01.00000000.json'],
  ])('[B2] refuses %s', async (_, path, value) =>
    expect(await faultWith(path, value)).toMatchObject({ kind: 'unknown-id' }),
  )

  it('[B5] refuses a part whose name does not match its digest', async () =>
    expect(await faultWith('parts.0.sha256', 'f'.repeat(64))).toMatchObject({ kind: 'wrong-digest' }))

  it('[B9] refuses a gap in an article', async () =>
    expect(await faultWith('articles.0.extent', 999)).toMatchObject({ kind: 'range-gap', article: 'aaa111' }))
  it('[B9] refuses a part that begins before the previous one ends', async () =>
    expect(await faultWith('pages.1.renditions.0.regions.0.range', [3, 34])).toMatchObject({
      kind: 'range-overlap',
      article: 'aaa111',
    }))
  it('[B9] refuses text beyond the article’s end', async () =>
    expect(await faultWith('articles.0.extent', 20)).toMatchObject({ kind: 'range-overlap' }))

  it('[B10] refuses an outline outside its page', async () =>
    expect(await faultWith(`${region}.outlines.0`, [0, 0, 5461, 0, 5461, 5])).toEqual({
      kind: 'outline-outside-page',
      article: 'aaa111',
      page: 1,
    }))
  it('[B10] refuses a part that two articles claim', async () => {
    const claimed = small.issue.pages[0]?.renditions[0]
    const outlines = claimed && 'regions' in claimed ? claimed.regions[0]?.outlines : undefined
    expect(await faultWith('pages.0.renditions.0.regions.1.outlines', outlines)).toEqual({
      kind: 'part-claimed-twice',
      page: 1,
      articles: ['aaa111', 'bbb222'],
    })
  })

  it('[B16] refuses a manifest of 50 MB before parsing it', async () =>
    expect(await faultOf(() => decodeIssue(new Uint8Array(50 * 1024 * 1024)))).toEqual({
      kind: 'too-large',
      file: 'issue.json',
      limitBytes: limits.issueJsonBytes,
    }))
  it('[B16] refuses parts that add up to more than an issue may hold', async () =>
    expect(await faultWith('parts.0.bytes', 2 ** 31)).toMatchObject({ kind: 'too-large' }))

  it('[B8] keeps markup and script as the characters they are', () => {
    const headline = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    expect(decodedWith('articles.0.headline', headline).articles[0]?.headline).toBe(headline)
  })
})
