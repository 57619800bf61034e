import { describe, expect, it } from 'vitest'
import { scaleOf, scrollAfterZoom, steppedScale } from '@/desk/board/board-zoom'

const page = { width: 1000, height: 2000 }
const room = { screenWidth: 500, screenHeight: 400 }

describe('the zoom of the board', () => {
  it('fits the width or the whole page', () => {
    expect(scaleOf('width', page, room)).toBe(0.5)
    expect(scaleOf('whole', page, room)).toBe(0.2)
  })

  it('has a smallest and a largest scale', () => {
    expect(scaleOf(0.3, page, room)).toBe(0.3)
    expect(scaleOf(0.001, page, room)).toBe(0.1)
    expect(scaleOf(99, page, room)).toBe(4)
  })

  it('is not known before the board has room', () =>
    expect(scaleOf('width', page, { screenWidth: 0, screenHeight: 0 })).toBeUndefined())

  it('comes back by as many steps', () => expect(steppedScale(steppedScale(0.5, 3), -3)).toBeCloseTo(0.5))

  it('leaves what is under the pointer where it is', () => {
    // 130 of the page's pixels from its edge at scale 1, 260 at scale 2; 30 of them from the edge of the room.
    expect(scrollAfterZoom(100, 30, 2)).toBe(230)
    expect(scrollAfterZoom(0, 30, 0.5)).toBe(0)
  })
})
