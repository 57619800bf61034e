import { describe, expect, it } from 'vitest'
import { articlesOn } from '@/desk/articles-of-page'
import { articleAt, withDrawn } from '@/desk/board/board-articles'
import { deskState } from '../../support/desk-state'

const onFirst = articlesOn(deskState(), 0)
const drawn = (article: string, page: number) => ({ article, page, outlines: [[0, 0, 10, 0, 10, 10]] })

describe('an article on the board', () => {
  it('is found at a point, the smaller of two that overlap', () => {
    expect(articleAt(onFirst, { x: 150, y: 150 })?.article.key).toBe('small')
    expect(articleAt(onFirst, { x: 50, y: 50 })?.article.key).toBe('large')
    expect(articleAt(onFirst, { x: 900, y: 900 })).toBeUndefined()
  })

  it('is shown as it was drawn while that is on its way, and as it is being drawn', () => {
    const waiting = [{ does: 'outlines' as const, ...drawn('large', 0) }]
    expect(withDrawn(onFirst, 0, waiting, undefined)[0]?.outlines).toEqual([[0, 0, 10, 0, 10, 10]])
    expect(withDrawn(onFirst, 0, [], drawn('small', 0))[1]?.outlines).toEqual([[0, 0, 10, 0, 10, 10]])
  })

  it('is as it was where something is drawn on another page', () =>
    expect(withDrawn(onFirst, 0, [{ does: 'outlines', ...drawn('small', 1) }], undefined)).toEqual(onFirst))
})
