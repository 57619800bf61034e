import { describe, expect, it } from 'vitest'
import { extentOf } from '@/bundle/article-text'
import { boxOf } from '@/bundle/set-runs'
import { refine } from '@/press/model/refine'
import { Report } from '@/press/report'
import { createFlows } from '@/press/typeset/lines/flow'
import { frontGrid } from '../../support/generated-page'
import { articleFile, filesOf, readFiles } from '../../support/manuscript'
import { setFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'

const body = (sentences: number): string => '一段话，说一件平常的事。'.repeat(sentences)

/** The picture of the first article, as a share of the type area, and how far its proportions are from its own. */
const pictureOf = async (
  weight: string,
  picture: { readonly width: number; readonly height: number },
  /** Whether another article of the page has one, too. */
  isOnly = false,
) => {
  const set = await setFiles(
    {
      'page-01/1.md': articleFile(`headline: 小路通车\nweight: ${weight}\npictures: [{ file: p.png }]`, body(30)),
      'page-01/2.md': articleFile('headline: 甲\nweight: lead', body(90)),
      'page-01/3.md': articleFile(`headline: 乙${isOnly ? '' : '\npictures: [{ file: q.png }]'}`, body(30)),
    },
    { 'page-01/p.png': picture, 'page-01/q.png': { width: 900, height: 600 } },
  )
  expect(settingFaults(set)).toEqual([])
  const [rendition] = set.issue.pages[0]?.renditions ?? []
  const own = set.issue.articles.find(({ headline }) => headline === '小路通车')?.id
  const [drawn] = set.partOf(1).setting?.articles.find(({ article }) => article === own)?.plates ?? []
  const plate = drawn && boxOf(drawn.box)
  if (!plate || !rendition) throw new Error('no picture')
  return {
    share: (plate.width * plate.height) / (rendition.width * rendition.height),
    off: Math.abs((plate.width / plate.height) * (picture.height / picture.width) - 1),
  }
}

describe('a picture', () => {
  it.each([
    ['lead', 0.32],
    ['second', 0.24],
    ['standard', 0.16],
    ['brief', 0.1],
  ])('of a %s takes no more of the page than %d', async (weight, most) => {
    for (const picture of [
      { width: 1200, height: 800 },
      { width: 900, height: 900 },
      { width: 800, height: 1100 },
    ])
      expect((await pictureOf(weight, picture)).share).toBeLessThan(most)
  })

  it('that is the only one of its page may take twice as much', async () => {
    const picture = { width: 1200, height: 800 }
    const [only, one] = [await pictureOf('standard', picture, true), await pictureOf('standard', picture)]
    expect(only.share).toBeLessThan(0.32)
    expect(only.share).toBeGreaterThan(one.share)
    expect((await pictureOf('brief', picture, true)).share).toBeLessThan(0.2)
  })

  it.each([
    [1200, 800],
    [1000, 1000],
    [1600, 700],
  ])('of %i × %i keeps its proportions within 10 %', async (width, height) => {
    for (const weight of ['lead', 'standard'])
      // 8 %, and what rounding to whole rows adds.
      expect((await pictureOf(weight, { width, height })).off).toBeLessThan(0.1)
  })

  it('that is higher than the text beside it has the line of where the article goes on under that text, not under itself', async () => {
    let beside = 0
    for (const sentences of [12, 16, 20, 24, 28, 32]) {
      const long = `${body(sentences)}\n\n<!-- cut: 2 -->\n\n${body(20)}`
      const set = await setFiles(
        {
          'page-01/1.md': articleFile(
            'headline: 小路通车\nweight: lead\npictures: [{ file: p.png, caption: 路 }]',
            long,
          ),
          'page-01/2.md': articleFile('headline: 乙', body(120)),
          'page-02/1.md': articleFile('headline: 丙', body(20)),
        },
        { 'page-01/p.png': { width: 1000, height: 800 } },
      )
      expect(settingFaults(set)).toEqual([])
      const own = set.issue.articles.find(({ headline }) => headline === '小路通车')?.id
      const drawn = set.partOf(1).setting?.articles.find(({ article }) => article === own)
      const [plate, jump] = [drawn?.plates?.[0], drawn?.jumps?.[0]].map((one) => one && boxOf(one.box))
      if (!plate || !jump) throw new Error('no picture, or no jump')
      const columns = (drawn?.frames ?? [])
        .map(({ box }) => boxOf(box))
        .filter(({ height }) => height > 2 * jump.height)
      const last = Math.max(...columns.map(({ x }) => x))
      expect(jump.x).toBe(last)
      expect(columns.filter(({ x }) => x === last).map(({ y, height }) => y + height)).toContain(jump.y)
      if (plate.x > last) beside++
    }
    expect(beside).toBeGreaterThan(0)
  })

  it('in a column has a row of air between its caption and the text, and none where nothing follows', () => {
    const kindsOf = (text: string): string[] => {
      const head = 'headline: 小路通车\npictures: [{ file: p.png, caption: 路 }]'
      const pictures = { 'page-01/p.png': { width: 900, height: 600 } }
      const { manuscript } = readFiles(filesOf({ 'page-01/1.md': articleFile(head, text) }, pictures))
      const [own] = manuscript ? refine(manuscript.draft, new Report()).articles : []
      if (!own) throw new Error('no article')
      return createFlows(() => 1.5, frontGrid)(own, [0, extentOf(own.blocks)]).map(({ kind }) => kind)
    }
    expect(kindsOf('一段话。')).toEqual(['plate', 'line', 'air', 'line'])
    expect(kindsOf('')).toEqual(['plate', 'line'])
  })
})
