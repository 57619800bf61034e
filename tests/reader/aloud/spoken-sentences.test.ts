import { describe, expect, it } from 'vitest'
import { textOf } from '@/bundle/article-text'
import { decodePagePart } from '@/bundle/codec'
import { mergeArticle, type MergedArticle } from '@/bundle/merge-article'
import type { Article, Issue } from '@/bundle/issue'
import { nextAloud } from '@/reader/aloud/next-aloud'
import { spokenSentencesOf, sentenceAt, sentenceOfLine } from '@/reader/aloud/spoken-sentences'
import { correctedIssue } from '../../support/corrected-issue'
import { openedInMemory } from '../../support/memory-source'
import { smallIssue } from '../../support/small-issue'

const opened = async (): Promise<{
  issue: Issue
  merged: (id: string) => MergedArticle
  article: (id: string) => Article
}> => {
  const small = await smallIssue()
  const { issue } = openedInMemory(small)
  const article = (id: string): Article => {
    const found = issue.articles.find((one) => one.id === id)
    if (!found) throw new Error(id)
    return found
  }
  return {
    issue,
    article,
    merged: (id) =>
      mergeArticle(issue, article(id).id, (page) =>
        decodePagePart(small.files.get(page.part) ?? new Uint8Array(), page.part, issue),
      ),
  }
}

describe('an article as it is read aloud', () => {
  it('is its headline, then its sentences, a sentence cut by a jump said as one', async () => {
    const { article, merged } = await opened()
    const sentences = spokenSentencesOf(article('aaa111'), merged('aaa111'), 'zh-Hans')
    expect(sentences.map(({ utterances }) => utterances.join(''))).toEqual([
      '把报纸放进口袋',
      '报纸还是那张报纸，版面还是那个版面。',
      '手指点到哪一篇，哪一篇就展开。',
    ])
  })
  it('knows of every sentence where it stands', async () => {
    const { article, merged } = await opened()
    const whole = textOf(merged('aaa111').blocks)
    const sentences = spokenSentencesOf(article('aaa111'), merged('aaa111'), 'zh-Hans')
    expect(sentences.flatMap(({ place }) => (place.in === 'text' ? [whole.slice(place.from, place.to)] : []))).toEqual([
      '报纸还是那张报纸，版面还是那个版面。',
      '手指点到哪一篇，哪一篇就展开。',
    ])
    expect(sentenceAt(sentences, 0)).toBe(1)
    expect(sentenceAt(sentences, 20)).toBe(2)
    expect(sentenceAt(sentences, 999)).toBeUndefined()
    expect(sentenceOfLine(sentences, 'headline')).toBe(0)
    expect(sentenceOfLine(sentences, 'byline')).toBeUndefined()
  })
  it('says the whole title block, and a title that stands in for one only once', async () => {
    const { article, merged } = await opened()
    const said = (edit: Partial<Article>): string[] =>
      spokenSentencesOf({ ...article('bbb222'), ...edit }, merged('bbb222'), 'zh-Hans').map(({ utterances }) =>
        utterances.join(''),
      )
    expect(said({ kicker: '引题', headline: '主题', deck: ['副题一', '副题二'], byline: '本报记者' })).toEqual([
      '引题',
      '主题',
      '副题一',
      '副题二',
      '本报记者',
      '短讯。',
    ])
    const { headline: _, workingTitle: __, ...untitled } = { ...article('bbb222'), kicker: '简讯' }
    expect(spokenSentencesOf(untitled, merged('bbb222'), 'zh-Hans').length).toBe(2)
  })
  it('says a picture’s caption, and leaves out its credit', async () => {
    const { article, merged } = await opened()
    expect(
      spokenSentencesOf(article('ccc333'), merged('ccc333'), 'zh-Hans').map(({ utterances }) => utterances.join('')),
    ).toEqual(['桥', '桥'])
  })
})

describe('the article that follows', () => {
  it('is the next that begins on the page; what is continued there was read already', async () => {
    const { issue } = await opened()
    const [first, second] = issue.pages
    if (!first || !second) throw new Error('two pages')
    expect(nextAloud(issue, first, 'aaa111')?.id).toBe('bbb222')
    expect(nextAloud(issue, first, 'bbb222')).toBeUndefined()
    expect(nextAloud(issue, second, 'aaa111')?.id).toBe('ccc333')
    expect(nextAloud(issue, second, 'zzz999')).toBeUndefined()
  })
  it('is not one that was withdrawn', async () => {
    const { issue } = openedInMemory(await correctedIssue())
    const [, second] = issue.pages
    expect(second && nextAloud(issue, second, 'aaa111')).toBeUndefined()
  })
})
