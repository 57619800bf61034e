import { describe, expect, it } from 'vitest'
import type { Passage } from '@/press/importers/ocr-text/passages/passage'
import { clippingOf, passagesOf } from '../pages'

const onlyPassage = (text: string): Passage => {
  const [passage] = passagesOf(text)
  if (!passage) throw new Error(`no passage in ${text}`)
  return passage
}

describe('a passage', () => {
  it.each([
    ['head', '本报讯（记者 张三）书屋昨天开放'],
    ['head', '本报讯 书屋昨天开放。'],
    ['head', '（上接第一版）书屋昨天开放'],
    ['byline', '（记者 张三）'],
    ['byline', '□ 本报记者 张三'],
    ['credit', '记者 王五 摄'],
    ['title', '十辆流动书屋今天上路'],
    ['title', '旧书换绿植，一本换一盆'],
    ['body', '书屋昨天开放。'],
    ['body', '，书屋昨天开放'],
    ['empty', '▶下转第七版'],
  ])('is a %s: %s', (kind, text) => expect(onlyPassage(text).kind).toBe(kind))

  it('has its jump lines apart from its text', () => {
    const { text, from, jump, printed } = onlyPassage('（上接第一版）书屋昨天开放。 ▶下转第七版')
    expect([text, from?.text, jump?.text]).toEqual(['书屋昨天开放。', '（上接第一版）', '▶下转第七版'])
    expect(printed.map((clipping) => clipping.text)).toEqual(['（上接第一版）', '书屋昨天开放。', '▶下转第七版'])
  })

  it('has no text where a jump line stands alone', () =>
    expect(onlyPassage('▶下转第七版').printed.map(({ text }) => text)).toEqual(['▶下转第七版']))

  it('takes the kind of its new text, and keeps the rest', () => {
    const title = onlyPassage('书香满城')
    const body = title.with({ clipping: clippingOf('书屋昨天开放。') })
    expect([title.kind, body.kind, body.order, body.gap]).toEqual(['title', 'body', title.order, title.gap])
    expect(body.jump).toBeUndefined()
  })

  it('can be given a jump line', () => {
    const passage = onlyPassage('书屋昨天开放').with({ jump: clippingOf('▶下转第七版') })
    expect([passage.text, passage.jump?.text]).toEqual(['书屋昨天开放', '▶下转第七版'])
  })
})
