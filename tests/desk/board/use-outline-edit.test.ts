import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useOutlineEdit, type DrawnOutlines, type OutlineEdit } from '@/desk/board/use-outline-edit'

const square = [100, 100, 300, 100, 300, 300, 100, 300]
const corner = { kind: 'corner', outline: 0, corner: 0 } as const

const editOf = (outlines: readonly (readonly number[])[] = [square]) => {
  const commits: DrawnOutlines[] = []
  const scope = effectScope()
  const edit = scope.run(() =>
    useOutlineEdit({
      target: () => ({ article: 'a', page: 0, outlines }),
      extent: () => ({ width: 1000, height: 1000 }),
      commit: (drawn) => void commits.push(drawn),
    }),
  )
  return { edit: edit as OutlineEdit, commits, leave: () => scope.stop() }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an edit of outlines', () => {
  it('follows the hand and is made when it lets go', () => {
    const { edit, commits } = editOf()
    edit.take(corner, { x: 102, y: 99 })
    edit.drag({ x: 152, y: 109 })
    expect(edit.draft.value?.outlines[0]?.slice(0, 2)).toEqual([150, 110])
    expect(commits).toEqual([])
    edit.settle()
    expect(commits).toEqual([{ article: 'a', page: 0, outlines: [[150, 110, ...square.slice(2)]] }])
    expect(edit.draft.value).toBeUndefined()
  })

  it('is none if the hand comes back, or Escape takes it back', () => {
    const { edit, commits } = editOf()
    edit.take(corner, { x: 100, y: 100 })
    edit.drag({ x: 200, y: 200 })
    edit.drag({ x: 100, y: 100 })
    edit.settle()
    edit.take(corner, { x: 100, y: 100 })
    edit.drag({ x: 200, y: 200 })
    edit.cancel()
    edit.settle()
    expect(commits).toEqual([])
  })

  it('takes a new corner by the middle of an edge', () => {
    const { edit, commits } = editOf()
    edit.takeEdge(0, 0, { x: 200, y: 100 })
    edit.drag({ x: 200, y: 50 })
    edit.settle()
    expect(commits[0]?.outlines).toEqual([[100, 100, 200, 50, ...square.slice(2)]])
  })

  it('is one for several keys, once they rest', () => {
    const { edit, commits } = editOf()
    for (let times = 0; times < 3; times++) {
      edit.nudge(corner, { x: 1, y: 0 })
      edit.rest()
      vi.advanceTimersByTime(300)
    }
    expect(commits).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(commits.map(({ outlines }) => outlines[0]?.[0])).toEqual([103])
  })

  it('is made when the board is left before the keys have rested', () => {
    const { edit, commits, leave } = editOf()
    edit.nudge({ kind: 'outline', outline: 0 }, { x: 0, y: 10 })
    edit.rest()
    leave()
    expect(commits).toHaveLength(1)
  })

  it('takes an outline away, but not the last', () => {
    const one = editOf()
    one.edit.removeOutline(0)
    expect(one.commits).toEqual([])
    const two = editOf([square, [0, 0, 10, 0, 10, 10]])
    two.edit.removeOutline(0)
    expect(two.commits[0]?.outlines).toEqual([[0, 0, 10, 0, 10, 10]])
  })
})
