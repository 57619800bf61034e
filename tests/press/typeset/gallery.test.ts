import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOf } from '@/bundle/set-runs'
import { inRows } from '@/press/typeset/copyfit/picture-rows'
import { articleFile } from '../../support/manuscript'
import { setFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'

interface Picture {
  readonly width: number
  readonly height: number
}

const landscape: Picture = { width: 1500, height: 1000 }
const portrait: Picture = { width: 1000, height: 1400 }
const square: Picture = { width: 1200, height: 1200 }
const body = (sentences: number): string => '一段话，说一件平常的事。'.repeat(sentences)

/** A page whose only article has these pictures, set; the article as it is drawn. */
const essay = async (pictures: readonly Picture[], sentences: number) => {
  const listed = pictures.map((_, index) => `{ file: p${index}.png, caption: 第${index}幅，一件平常的事 }`)
  const set = await setFiles(
    {
      'page-01/1.md': articleFile('headline: 甲', body(60)),
      'page-02/1.md': articleFile(`headline: 老街的一天\npictures: [${listed.join(', ')}]`, body(sentences)),
    },
    Object.fromEntries(pictures.map((picture, index) => [`page-02/p${index}.png`, picture])),
  )
  expect(settingFaults(set)).toEqual([])
  const [rendition] = set.issue.pages[1]?.renditions ?? []
  const [own] = set.partOf(2).setting?.articles ?? []
  if (!own || !rendition) throw new Error('no article')
  const plates = (own.plates ?? []).map(({ box }) => boxOf(box))
  const frames = (own.frames ?? []).map(({ box }) => boxOf(box))
  return { plates, frames, width: rendition.width, height: rendition.height }
}

/** Pictures that stand beside each other. */
const rowsIn = (plates: readonly { readonly y: number }[]): number[] =>
  [...new Set(plates.map(({ y }) => y))].map((head) => plates.filter(({ y }) => y === head).length)

describe('an article of pictures', () => {
  it.each([
    ['four', [landscape, portrait, landscape, square]],
    ['seven', [landscape, portrait, landscape, landscape, square, landscape, portrait]],
    ['nine', [portrait, portrait, landscape, square, landscape, portrait, landscape, square, landscape]],
  ])('of %s has them in rows of equal height, in their order, each with its caption under it', async (_, pictures) => {
    for (const sentences of [0, 8, 16]) {
      const { plates, frames, width, height } = await essay(pictures, sentences)
      expect(plates).toHaveLength(pictures.length)
      expect(rowsIn(plates).some((count) => count > 1)).toBe(true)
      for (const [index, plate] of plates.entries()) {
        const own = pictures[index] ?? landscape
        // 8 %, and what rounding to whole rows adds.
        expect(Math.abs(((plate.width / plate.height) * own.height) / own.width - 1)).toBeLessThan(0.11)
        expect(plates.filter(({ y }) => y === plate.y).every((other) => other.height === plate.height)).toBe(true)
        const before = plates[index - 1]
        if (before) expect(plate.y > before.y || (plate.y === before.y && plate.x > before.x)).toBe(true)
        const caption = frames.find(
          ({ x, y, width: wide }) =>
            x === plate.x &&
            wide === plate.width &&
            y >= plate.y + plate.height &&
            y < plate.y + plate.height * 1.1 + 100,
        )
        expect(caption).toBeDefined()
      }
      const area = plates.reduce((sum, plate) => sum + plate.width * plate.height, 0)
      expect(area / (width * height)).toBeGreaterThan(0.4)
    }
  })

  it('has pictures in its text where it has more of it', async () => {
    const { plates } = await essay([landscape, landscape, landscape], 160)
    expect(new Set(plates.map(({ width }) => width)).size).toBeGreaterThan(1)
  })

  it('has no fault among others, whatever the proportions of its pictures and wherever they stand in its text', async () => {
    const side = fc.integer({ min: 400, max: 2400 })
    const article = fc.record({
      pictures: fc.array(fc.record({ width: side, height: side, caption: fc.nat(40) }), { maxLength: 7 }),
      sentences: fc.integer({ min: 1, max: 60 }),
      weight: fc.constantFrom('lead', 'second', 'standard', 'brief'),
      box: fc.constantFrom('', '\nbox: tint'),
      isBetween: fc.boolean(),
    })
    const pages = fc.array(article, { minLength: 1, maxLength: 5 })
    for (const articles of fc.sample(pages, { numRuns: 12, seed: 20_261_201 })) {
      const pictures = articles.flatMap((one, index) =>
        one.pictures.map((picture, at) => [`page-01/p${index}-${at}.png`, picture] as const),
      )
      const texts = articles.map((one, index) => {
        const blocks = one.pictures.map(({ caption }, at) => `![图](p${index}-${at}.png "${'字'.repeat(caption)}")`)
        const share = Math.ceil(one.sentences / (1 + blocks.length))
        const text = one.isBetween
          ? [body(share), ...blocks.flatMap((block) => [block, body(share)])]
          : [body(one.sentences), ...blocks]
        const matter = `headline: 第${index}\nweight: ${one.weight}${one.box}`
        return [`page-01/${index}.md`, articleFile(matter, text.join('\n\n'))] as const
      })
      const set = await setFiles(Object.fromEntries(texts), Object.fromEntries(pictures))
      expect(settingFaults(set)).toEqual([])
    }
  })

  it('is divided into rows as evenly as its order allows', () => {
    const aspect = fc.double({ min: 0.4, max: 3, noNaN: true })
    const aspects = fc.array(aspect, { minLength: 1, maxLength: 9 })
    const widths = fc.array(fc.double({ min: 100, max: 400, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(aspects, widths, (all, wanted) => {
        const pictures = all.map((one, index) => ({ aspect: one, index }))
        const own = wanted.slice(0, pictures.length)
        const rows = inRows(pictures, own)
        expect(rows.flat()).toEqual(pictures)
        expect(rows).toHaveLength(own.length)
        expect(rows.every(({ length }) => length > 0)).toBe(true)
        const unevenness = (of: readonly (typeof pictures)[], from: number): number =>
          of.reduce((sum, row, index) => {
            const aspectsOfRow = row.reduce((width, one) => width + one.aspect, 0)
            return sum + (aspectsOfRow / (own[from + index] ?? 1)) ** 2
          }, 0)
        // Moving the first picture of a row to the row before, or the last to the row after, is no better.
        for (let row = 1; row < rows.length; row++) {
          const [before = [], after = []] = [rows[row - 1], rows[row]]
          const moved = [
            [[...before, ...after.slice(0, 1)], after.slice(1)],
            [before.slice(0, -1), [...before.slice(-1), ...after]],
          ]
          const now = unevenness([[...before], [...after]], row - 1)
          for (const [one = [], other = []] of moved)
            if (one.length > 0 && other.length > 0)
              expect(unevenness([one, other], row - 1)).toBeGreaterThanOrEqual(now * (1 - 1e-9))
        }
      }),
    )
  })
})
