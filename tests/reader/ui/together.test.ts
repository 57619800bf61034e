import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { together } from '@/reader/ui/together'

describe('acts that belong together', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const watch = (expected: number) => {
    const done: string[] = []
    const wait = together(expected, 400)
    return { done, add: (name: string) => wait(() => done.push(name)) }
  }

  it('are done at once when the last has come', () => {
    const { done, add } = watch(3)
    add('a')
    add('b')
    expect(done).toEqual([])
    add('c')
    expect(done).toEqual(['a', 'b', 'c'])
    vi.runAllTimers()
    expect(done).toEqual(['a', 'b', 'c'])
  })
  it('wait no longer than the first has patience', () => {
    const { done, add } = watch(3)
    add('a')
    vi.advanceTimersByTime(399)
    add('b')
    expect(done).toEqual([])
    vi.advanceTimersByTime(1)
    expect(done).toEqual(['a', 'b'])
    add('c')
    expect(done).toEqual(['a', 'b', 'c'])
  })
  it('are done alone where there is only one, or one comes again', () => {
    const { done, add } = watch(1)
    add('a')
    add('a')
    expect(done).toEqual(['a', 'a'])
  })
})
