import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleId } from '@/bundle/ids'
import type { TitleFace } from '@/bundle/setting'
import { titleFaceOf } from '@/bundle/setting-title'
import * as v from 'valibot'
import { articleFile, filesOf, readFiles } from '../../support/manuscript'
import { frontGrid } from '../../support/generated-page'
import type { DrawnTitle } from '@/press/typeset/setting-parts'
import { giveFaces } from '@/press/typeset/title-faces'

const heads = {
  lead: 'headline: 甲\nweight: lead',
  second: 'headline: 乙\nweight: second',
  standard: 'headline: 丙\nweight: standard',
  brief: 'headline: 丁\nweight: brief',
  notice: 'headline: 启事\nkind: notice',
  untitled: 'weight: lead',
}
type Head = keyof typeof heads

const draft = (() => {
  const files = Object.entries(heads).map(([name, head]) => [`page-01/${name}.md`, articleFile(head, '一段话。')])
  const { manuscript, codes } = readFiles(filesOf(Object.fromEntries(files)))
  if (!manuscript) throw new Error(codes.join())
  return manuscript.draft
})()
const articles = new Map(draft.articles.map((article) => [article.id, article]))
const idOf = (head: Head) =>
  v.parse(articleId, draft.articles.find(({ place }) => place.file === `page-01/${head}.md`)?.id)

/** A headline in a column of the page. */
const headline = (head: Head, column: number, row = 0, role: DrawnTitle['role'] = 'headline'): DrawnTitle => ({
  article: idOf(head),
  role,
  x: column * (frontGrid.columnWidth + frontGrid.gutter),
  y: row * 1000,
  width: frontGrid.columnWidth,
  height: 300,
  size: 100,
  lines: [{ count: 1, spacing: 0, indent: 0 }],
})
const facesOf = (titles: readonly DrawnTitle[]): TitleFace[] => giveFaces(titles, articles, frontGrid).map(titleFaceOf)

describe('the faces of headlines', () => {
  it('follow rank and kind', () => {
    const kinds: readonly Head[] = ['lead', 'second', 'standard', 'brief', 'notice', 'untitled']
    expect(facesOf(kinds.map((head, index) => headline(head, 0, index)))).toEqual([
      'song',
      'hei',
      'song',
      'hei',
      'hei',
      'kai',
    ])
    expect(facesOf([headline('lead', 0, 0, 'jump-head'), headline('lead', 0, 1, 'kicker')])).toEqual(['hei', 'kai'])
  })

  it('differ where two of one rank stand side by side, at whatever height', () => {
    expect(facesOf([headline('standard', 0), headline('standard', 1, 0.2), headline('standard', 2, 0.1)])).toEqual([
      'song',
      'hei',
      'song',
    ])
    expect(facesOf([headline('standard', 0), headline('standard', 2), headline('standard', 1, 2)])).toEqual([
      'song',
      'song',
      'song',
    ])
  })

  it('never differ from what a title’s place and rank give, and move nothing', () => {
    const some = fc.array(
      fc.record({
        head: fc.constantFrom<Head>('lead', 'second', 'standard', 'brief'),
        column: fc.nat(4),
        row: fc.nat(3),
      }),
    )
    fc.assert(
      fc.property(some, (rows) => {
        const titles = rows.map(({ head, column, row }) => headline(head, column, row))
        const given = giveFaces(titles, articles, frontGrid)
        expect(given.map(({ face: _, ...title }) => title)).toEqual(titles)
        expect(giveFaces(titles, articles, frontGrid)).toEqual(given)
        given.forEach((title, index) => {
          if (rows[index]?.head === 'lead') expect(titleFaceOf(title)).toBe('song')
        })
      }),
    )
  })
})
