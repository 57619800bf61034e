import { describe, expect, it } from 'vitest'
import type { DeskFinding } from '@/press/preview/desk-record'
import { articleAdded, articlesOn, groupFindings, nameOf } from '@/desk/articles-of-page'
import { deskArticle, deskState } from '../support/desk-state'

const finding = (code: string, more: Partial<DeskFinding> = {}): DeskFinding => ({
  code,
  severity: 'note',
  why: '',
  fix: '',
  file: 'issue.xml',
  ...more,
})
const codes = (findings: readonly DeskFinding[]): string[] => findings.map(({ code }) => code)

describe('articles of a page', () => {
  it('are numbered in its order, those that go on there last', () =>
    expect(articlesOn(deskState(), 1).map(({ article, no }) => [article.key, no])).toEqual([
      ['second', 1],
      ['small', 2],
    ]))

  it('are called by their headline, else by what comes first', () => {
    const titles = { rubric: '', kicker: ' ', headline: '', deck: '副题\n第二行', byline: '' }
    expect(nameOf(deskArticle('a'))).toBe('标题 a')
    expect(nameOf(deskArticle('a', { titles }))).toBe('副题')
    expect(nameOf(deskArticle('a', { titles: { ...titles, deck: '' } }))).toBe('第一段。')
    expect(nameOf(deskArticle('a', { titles: { ...titles, deck: '' }, parts: [] }))).toBe('')
  })

  it('are known as new by their key', () => {
    const last = deskState()
    const next = deskState({ articles: [deskArticle('new'), ...last.articles] })
    expect(articleAdded(last, next)?.key).toBe('new')
    expect(articleAdded(last, last)).toBeUndefined()
  })
})

describe('findings', () => {
  it('are those of the page, those of others, and those without a place, the gravest first', () => {
    const state = deskState({
      findings: [
        finding('here', { page: 1 }),
        finding('of-article', { article: 'small', severity: 'warning' }),
        finding('elsewhere', { page: 0 }),
        finding('nowhere', { line: 3, severity: 'fatal' }),
        finding('gone', { article: 'no such article' }),
      ],
    })
    const { here, elsewhere, nowhere } = groupFindings(state, 1)
    expect([codes(here), codes(elsewhere), codes(nowhere)]).toEqual([
      ['of-article', 'here'],
      ['elsewhere'],
      ['nowhere', 'gone'],
    ])
  })
})
