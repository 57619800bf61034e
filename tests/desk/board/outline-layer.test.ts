import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { articlesOn } from '@/desk/articles-of-page'
import OutlineLayer from '@/desk/board/OutlineLayer.vue'
import { useOutlineEdit, type DrawnOutlines } from '@/desk/board/use-outline-edit'
import { deskState } from '../../support/desk-state'

const extent = { width: 1000, height: 1400 }
/** The first page with its small article chosen: a square from 100 to 300. */
const mounted = () => {
  const articles = articlesOn(deskState(), 0)
  const commits: DrawnOutlines[] = []
  const chosen: (string | undefined)[] = []
  const target = { article: 'small', page: 0, outlines: articles[1]?.outlines ?? [] }
  const board = mount(
    defineComponent(() => {
      const edit = useOutlineEdit({
        target: () => target,
        extent: () => extent,
        commit: (drawn) => void commits.push(drawn),
      })
      return () =>
        h(OutlineLayer, {
          ...{ articles, extent, chosen: 'small', scale: 1, mode: undefined, edit },
          onChoose: (key: string | undefined) => void chosen.push(key),
        })
    }),
    { attachTo: document.body },
  )
  return { board, commits, chosen, corner: (index: number) => board.get(`[data-handle="0-${index}"]`) }
}

describe('outlines under the keyboard', () => {
  it('are chosen by Enter, and are called by number and headline', async () => {
    const { board, chosen } = mounted()
    const large = board.get('[data-article="large"]')
    expect([large.attributes('aria-label'), large.attributes('aria-pressed')]).toEqual(['1 标题 large', 'false'])
    await large.trigger('keydown', { key: 'Enter' })
    expect(chosen).toEqual(['large'])
    board.unmount()
  })

  it('have a corner moved by the arrows, ten times as far with Shift', async () => {
    const { board, commits, corner } = mounted()
    await corner(0).trigger('keydown', { key: 'ArrowLeft' })
    await corner(0).trigger('keydown', { key: 'ArrowDown', shiftKey: true })
    await corner(0).trigger('blur')
    expect(commits.map(({ outlines }) => outlines[0])).toEqual([[99, 110, 300, 100, 300, 300, 100, 300]])
    board.unmount()
  })

  it('lose a corner by Delete, and get one by Enter on an edge', async () => {
    const { board, commits, corner } = mounted()
    await corner(3).trigger('keydown', { key: 'Delete' })
    await board.get('.edge').trigger('keydown', { key: 'Enter' })
    expect(commits.map(({ outlines }) => outlines[0])).toEqual([
      [100, 100, 300, 100, 300, 300],
      [100, 100, 200, 100, 300, 100, 300, 300, 100, 300],
    ])
    board.unmount()
  })

  it('move as a whole by their grip', async () => {
    const { board, commits } = mounted()
    await board.get('.grip').trigger('keydown', { key: 'ArrowRight', shiftKey: true })
    await board.get('.grip').trigger('blur')
    expect(commits.map(({ outlines }) => outlines[0])).toEqual([[110, 100, 310, 100, 310, 300, 110, 300]])
    board.unmount()
  })
})
