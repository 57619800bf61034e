import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { boxOf, plainRuns } from '@/bundle/set-runs'
import { generatedPage, generatedPictures } from '../../support/generated-page'
import { articleFile } from '../../support/manuscript'
import { setFiles, type SetFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'
import { boxesOf, overlap } from '../../support/set-text'

/** A paper of vertical lines, and its issue. */
const verticalPaper = {
  'paper.yaml':
    "id: vertical.example\nname: 縱排報\nlang: zh-Hant\ntime_zone: Asia/Shanghai\npage_turn: rtl\naccent: '#9c1c1c'\nsheet: tabloid\nwriting: vertical",
  'issue.yaml': 'date: 2024-05-25\nserial_no: 4489\nhotline: 九三四二八',
}

describe('a paper of vertical lines', () => {
  it('has its masthead in the corner where reading begins, in its own characters', async () => {
    const news = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `page-01/${index}.md`,
        articleFile(`headline: 第${index + 1}條`, '這一句話正好二十個字，讀完就接著往下讀。'.repeat(20)),
      ]),
    )
    const set = await setFiles({ ...news, ...verticalPaper })
    expect(settingFaults(set)).toEqual([])
    const { setting } = set.partOf(1)
    const [rendition] = set.issue.pages[0]?.renditions ?? []
    const masthead = setting?.furniture ?? []
    expect(masthead.map(({ text }) => text)).toEqual([
      '縱排報',
      '二〇二四年五月二十五日　星期六',
      expect.any(String),
      '總第四四八九號',
      '電話：九三四二八',
    ])
    const { frames, titles } = boxesOf(setting ?? { bodySize: 1, leading: 1, articles: [], furniture: [], grounds: [] })
    for (const { box, writing } of masthead) {
      expect(writing).toBe('vertical')
      const own = boxOf(box)
      expect(own.x).toBeGreaterThan((rendition?.width ?? 0) / 2)
      expect(own.y).toBeLessThan((rendition?.height ?? 0) / 2)
      expect([...frames, ...titles].filter((other) => overlap(own, other))).toEqual([])
    }
    // The lead begins below it, as far to the right.
    const right = Math.max(...masthead.map(({ box }) => boxOf(box).x + boxOf(box).width))
    expect(Math.max(...titles.map(({ x, width }) => x + width))).toBeGreaterThan(right * 0.97)
  })

  it('sets a lone article under its masthead', async () => {
    const set = await setFiles({ 'page-01/1.md': articleFile('headline: 獨一條', '只有一句。'), ...verticalPaper })
    expect(settingFaults(set)).toEqual([])
    expect(set.partOf(1).setting?.furniture).toHaveLength(5)
  })

  describe('on generated pages', () => {
    let sets: readonly SetFiles[] = []
    beforeAll(async () => {
      const pages = fc.sample(generatedPage(), { numRuns: 12, seed: 20_261_125 })
      sets = await Promise.all(pages.map(({ texts }) => setFiles({ ...texts, ...verticalPaper }, generatedPictures)))
    }, 120_000)

    it('has no fault', () => {
      expect(sets.flatMap(settingFaults)).toEqual([])
    })

    it('begins the text with at least three lines under the title where tiers run on next to it', () => {
      let runningOn = 0
      for (const set of sets) {
        const { setting } = set.partOf(1)
        for (const { titles = [], frames = [] } of setting?.articles ?? []) {
          const boxes = titles.map(({ box }) => boxOf(box))
          const isUnderTitle = ({ box }: (typeof frames)[number]): boolean =>
            boxes.some(({ y, height }) => y < boxOf(box).y + boxOf(box).height && y + height > boxOf(box).y)
          const under = frames.filter(isUnderTitle)
          if (!setting || under.length === 0 || under.length === frames.length) continue
          const lines = under.flatMap((frame) => plainRuns(frame, setting).flatMap((run) => run.lines))
          expect(lines.length).toBeGreaterThanOrEqual(3)
          runningOn++
        }
      }
      expect(runningOn).toBeGreaterThan(10)
    })

    it('keeps the order of weights, though equals may change places where too much would stay blank', () => {
      const order = ['lead', 'second', 'standard', 'brief']
      let changed = 0
      for (const { draft, issue } of sets) {
        const places = (issue.pages[0]?.renditions[0]?.regions ?? []).map(({ article }) =>
          draft.articles.findIndex(({ id }) => id === article),
        )
        const ranks = places.map((place) => order.indexOf(draft.articles[place]?.weight ?? 'brief'))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        if (places.some((place, index) => place < (places[index - 1] ?? -1))) changed++
      }
      expect(changed).toBeGreaterThan(0)
    })
  })
})
