import type { Box } from '@/bundle/geometry'
import { boxOf, plainRuns } from '@/bundle/set-runs'
import type { Frame, Setting } from '@/bundle/setting'
import type { TextPlace } from '../location/locator'
import { rangeOfPlace } from '../ui/place-range'

/** The lines of a frame: a range of the article's text each, and its box in page units. */
export const linesOfFrame = (frame: Frame, setting: Setting) => {
  const { x, y, width, height } = boxOf(frame.box)
  const { leading } = setting
  return plainRuns(frame, setting).flatMap(({ from: start, at, inset, lines }) => {
    let offset = start
    return lines.map(({ count }, index) => {
      const from = offset
      offset += count
      const head = at + index * leading
      const box: Box =
        frame.writing === 'vertical'
          ? { x: x + width - head - leading, y: y + inset, width: leading, height: height - inset }
          : { x: x + inset, y: y + head, width: width - inset, height: leading }
      return { from, to: offset, box }
    })
  })
}

/** Boxes of the lines of a typeset page that show a place of an article, in its text or its titles; page units. */
export const hitLines = (setting: Setting, article: string, place: TextPlace): Box[] => {
  const own = setting.articles.filter((set) => set.article === article)
  const range = rangeOfPlace(place)
  if (range)
    return own.flatMap(({ frames = [] }) =>
      frames.flatMap((frame) =>
        linesOfFrame(frame, setting)
          .filter((line) => line.from < range.to && line.to > range.from)
          .map(({ box }) => box),
      ),
    )
  return own.flatMap(({ titles = [] }) => titles.filter(({ role }) => role === place).map(({ box }) => boxOf(box)))
}
