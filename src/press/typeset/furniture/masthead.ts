import type { IssueDraft } from '../../model/draft'
import { mastheadRows, type Grid } from '../grid'
import { noParts, type SettingParts } from '../setting-parts'
import { fittedSize, furnitureLine } from './furniture-line'
import { dateLinesOf, printedWordsOf } from './printed-words'

/** The masthead of page one, over its whole width: nameplate, date lines, small print between rules. */
export const mastheadParts = (issue: IssueDraft, grid: Grid): SettingParts => {
  const { left, typeWidth, head, leading, bodySize } = grid
  const { name } = issue.paper
  const words = printedWordsOf(grid)
  const top = head - mastheadRows * leading
  const plate = { x: left, y: top, width: Math.round(typeWidth * 0.4), height: 6 * leading }
  const dateWidth = typeWidth - plate.width - 2 * leading
  const dateLine = (text: string, index: number) => {
    const box = {
      x: left + typeWidth - dateWidth,
      y: top + Math.round(leading * (0.4 + index * 1.3)),
      width: dateWidth,
      height: Math.round(leading * 1.3),
    }
    const largest = Math.round(bodySize * (index === 0 ? 1.2 : 1))
    return furnitureLine(box, 'masthead', text, fittedSize(text, dateWidth, largest), 'end')
  }
  const smallPrint = words.smallPrint(issue.masthead).join('　')
  const y = top + plate.height + Math.round(leading * 0.6)
  const smallBox = { x: left, y, width: typeWidth, height: Math.round(leading * 0.9) }
  const smallSize = fittedSize(smallPrint, typeWidth, Math.round(bodySize * 0.75))
  return {
    ...noParts,
    furniture: [
      furnitureLine(plate, 'nameplate', name, fittedSize(name, plate.width, Math.round(plate.height * 0.8)), 'start'),
      ...dateLinesOf(issue, words).map(dateLine),
      ...(smallPrint ? [furnitureLine(smallBox, 'masthead', smallPrint, smallSize, 'center')] : []),
    ],
    grounds: [
      ...(smallPrint
        ? [{ x: left, y: y - Math.round(leading * 0.2), width: typeWidth, height: 0, role: 'rule' as const }]
        : []),
      { x: left, y: y + Math.round(leading * 1.1), width: typeWidth, height: 0, role: 'accent-rule' },
    ],
  }
}
