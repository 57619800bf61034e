import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import type { PageScore } from '@/press/model/page-score'
import { scorePage, scoreRules } from '@/press/typeset/score/score-table'
import { generatedPage, generatedPictures } from '../../support/generated-page'
import { hardPages } from '../../support/hard-pages'
import { howMany } from '../../support/how-many'
import { articleFile } from '../../support/manuscript'
import { setFiles } from '../../support/set-issue'

const body = (sentences: number): string => '一段话，说一件平常的事。'.repeat(sentences)
const picture = { width: 900, height: 600 }

/** A page of articles with these lines of front matter and as many sentences. */
const pageOf = (...articles: readonly (readonly [matter: string, sentences: number])[]): Record<string, string> =>
  Object.fromEntries(
    articles.map(([matter, sentences], index) => [
      `page-01/${String(index + 1).padStart(2, '0')}.md`,
      articleFile(matter, body(sentences)),
    ]),
  )

const scoresOf = async (texts: Record<string, string>): Promise<PageScore[]> => {
  const { set } = await setFiles(texts, { ...generatedPictures, 'page-01/p.png': picture, 'page-01/q.png': picture })
  return [...set.settings.values()].map(({ score }) => score)
}

/** The rules that a page, or the next best layout of it, breaks. */
const rulesIn = async (texts: Record<string, string>): Promise<string[]> =>
  (await scoresOf(texts)).flatMap(({ chosen, next }) =>
    [...chosen.items, ...(next?.items ?? [])].map(({ rule }) => rule),
  )

describe('the score of a page', () => {
  it('is the sum of what its rules cost, and no more than that of the next best layout, on pages of any kind', async () => {
    const met = new Set<string>()
    for (const { texts } of fc.sample(generatedPage(), { numRuns: howMany(20, 60), seed: 20_261_124 })) {
      const { set } = await setFiles(texts, generatedPictures)
      for (const { cost, score } of set.settings.values()) {
        const { chosen, next, blankWeight } = score
        const isBlank = new Set(['hole', 'blank-foot', 'ragged-cell', 'hole-in-article', 'blank-in-box'])
        const once = chosen.items.reduce((sum, item) => sum + item.cost / (isBlank.has(item.rule) ? blankWeight : 1), 0)
        expect(once).toBeCloseTo(cost, 6)
        expect(chosen.cost).toBeCloseTo(
          chosen.items.reduce((sum, item) => sum + item.cost, 0),
          6,
        )
        for (const { rule, amount, cost: price } of chosen.items) {
          const { weight = NaN } = scoreRules.find(({ name }) => name === rule) ?? {}
          expect(price).toBeCloseTo(weight * amount * (isBlank.has(rule) ? blankWeight : 1), 6)
        }
        expect(chosen.cost).toBeLessThanOrEqual(next?.cost ?? Infinity)
        for (const { rule } of [...chosen.items, ...(next?.items ?? [])]) met.add(rule)
      }
    }
    for (const rule of [
      'many-title-lines',
      'small-title',
      'tall-title',
      'narrow-picture',
      'cropped-picture',
      'scrap',
      'hole',
      'ragged-cell',
      'hole-in-article',
    ])
      expect([...met]).toContain(rule)
  }, 120_000)

  const brief = 'headline: 小路通车\nweight: brief'
  const standard = 'headline: 小路通车'
  const lead = 'headline: 新修的小路今天通车\nweight: lead'
  const vertical = {
    'paper.yaml':
      'id: paper.example\nname: 平常报\nlang: zh-Hant\nwriting: vertical\nsheet: tabloid\ntime_zone: Asia/Shanghai\npage_turn: rtl\naccent: "#9c1c1c"\n',
  }

  it.each<readonly [string, Record<string, string>]>([
    ['thin-columns', pageOf([lead, 8])],
    ['lost-title', pageOf(['headline: 通车\nweight: lead', 200])],
    ['unfit-width', pageOf([brief, 10])],
    ['unkept-width', pageOf([`${standard}\ncolumns: 2`, 60])],
    ['picture-cell', pageOf([`${lead}\npictures: [{ file: p.png }]`, 60])],
    [
      'touching-pictures',
      pageOf(
        [`${standard}\ncolumns: 2\npictures: [{ file: p.png }]`, 90],
        [`${standard}\ncolumns: 3\npictures: [{ file: q.png }]`, 130],
      ),
    ],
    ['jump', { ...pageOf([`${lead}\ncontinues_on: [2]`, 700]), 'page-02/1.md': articleFile(standard, body(5)) }],
    ['tower', pageOf([`${standard}\ncolumns: 1`, 130], [`${lead}\ncolumns: 4`, 300])],
    ['tier', pageOf([`${standard}\nwriting: vertical`, 40], [lead, 60])],
    ['blank-in-box', pageOf([`${standard}\nwriting: vertical`, 14], [lead, 60])],
    ['colliding-titles', pageOf([lead, 60], [standard, 60], [standard, 60], [standard, 60], [standard, 60])],
    ['blank-foot', pageOf([lead, 60])],
    ['lone-masthead', { ...vertical, ...pageOf([lead, 60]) }],
  ])('says of a page that it breaks %s', async (rule, texts) => expect(await rulesIn(texts)).toContain(rule))

  it('says of hard pages that a table is drawn out, and that a column beside a poem is empty', async () => {
    expect(await rulesIn(hardPages)).toContain('spare-column')
    const stanza = (lines: number): string => '潮来沙岸阔，风定橹声轻，渡口人初散。\n'.repeat(lines)
    const poems = fc.tuple(
      fc.constantFrom('lead', 'standard'),
      fc.array(fc.integer({ min: 1, max: 26 }), { minLength: 1, maxLength: 6 }),
    )
    const met = new Set<string>()
    for (const [weight, stanzas] of fc.sample(poems, { numRuns: 30, seed: 20_261_124 })) {
      const poem = `\`\`\`verse\n${stanzas.map(stanza).join('\n')}\`\`\``
      for (const rule of await rulesIn({
        'page-01/1.md': articleFile(
          `headline: 通车\nweight: ${weight}\npictures: [{ file: p.png }]`,
          `${poem}\n\n${body(8)}`,
        ),
      }))
        met.add(rule)
    }
    expect([...met]).toContain('empty-column')
  })

  it('names the articles, and both where two meet', async () => {
    const places = ['东', '南', '西', '北']
    const [score] = await scoresOf(
      pageOf([lead, 60], ...places.map((place) => [`headline: ${place}桥合龙`, 60] as const)),
    )
    const meetings = score?.chosen.items.filter(({ rule }) => rule === 'colliding-titles') ?? []
    expect(meetings.length).toBeGreaterThan(0)
    for (const { articles } of meetings) {
      expect(new Set(articles).size).toBe(2)
      for (const title of articles) expect(title).toMatch(/^[东南西北]桥合龙$/)
    }
  })

  it('has a page of the docs that is not stale', async () => {
    const page = fileURLToPath(new URL('../../../docs/score.md', import.meta.url))
    const formatted = await format(scorePage(), { ...(await resolveConfig(page)), parser: 'markdown' })
    expect(readFileSync(page, 'utf8')).toBe(formatted)
    for (const { name } of scoreRules) expect(formatted).toContain(`| \`${name}\``)
  })
})
