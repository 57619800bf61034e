import type { Box } from '@/bundle/geometry'
import { boxOf, plainRuns } from '@/bundle/set-runs'
import type { Frame, Setting } from '@/bundle/setting'
import type { TextPlace } from '../location/locator'

/** Boxes of the frame's lines that show some of `[from, to)`, in page units. */
const linesIn = (frame: Frame, setting: Setting, from: number, to: number): Box[] => {
  const { x, y, width, height } = boxOf(frame.box)
  const { leading } = setting
  return plainRuns(frame, setting).flatMap(({ from: start, at, inset, lines }) => {
    let offset = start
    return lines.flatMap(({ count }, index): Box[] => {
      const isShown = offset < to && offset + count > from
      offset += count
      if (!isShown) return []
      const head = at + index * leading
      return frame.writing === 'vertical'
        ? [{ x: x + width - head - leading, y: y + inset, width: leading, height: height - inset }]
        : [{ x: x + inset, y: y + head, width: width - inset, height: leading }]
    })
  })
}

/** Boxes of the lines of a typeset page that show a place of an article, in its text or its titles; page units. */
export const hitLines = (setting: Setting, article: string, place: TextPlace): Box[] => {
  const own = setting.articles.filter((set) => set.article === article)
  const [, from, to] = /^(\d+)-(\d+)$/.exec(place) ?? []
  if (from && to)
    return own.flatMap(({ frames = [] }) =>
      frames.flatMap((frame) => linesIn(frame, setting, Number(from), Number(to))),
    )
  return own.flatMap(({ titles = [] }) => titles.filter(({ role }) => role === place).map(({ box }) => boxOf(box)))
}
