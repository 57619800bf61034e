import type { IssueDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { noParts, type DrawnFurniture, type SettingParts } from '../setting-parts'
import { mastheadRows, mastheadStyle } from '../type-styles'
import { fittedSize, furnitureLine } from './furniture-line'
import { dateLinesOf, printedWordsOf } from './printed-words'

const { nameplate, dates, smallPrint: smallStyle } = mastheadStyle

/** The masthead over the whole width of page one: nameplate, date lines at its right, and small print between rules. */
export const mastheadParts = (issue: IssueDraft, grid: Grid): SettingParts => {
  const { left, typeWidth, head, leading, bodySize } = grid
  const { name } = issue.paper
  const words = printedWordsOf(grid)
  const top = head - mastheadRows * leading
  const nameBox = {
    x: left,
    y: top,
    width: Math.round(typeWidth * nameplate.width),
    height: nameplate.rows * leading,
  }
  const nameSize = fittedSize(name, nameBox.width, Math.round(nameBox.height * nameplate.size))
  const dateWidth = typeWidth - nameBox.width - dates.gap * leading
  const dateLine = (text: string, index: number): DrawnFurniture => {
    const box = {
      x: left + typeWidth - dateWidth,
      y: top + Math.round(leading * (dates.airAbove + index * dates.rows)),
      width: dateWidth,
      height: Math.round(leading * dates.rows),
    }
    const largest = Math.round(bodySize * (index === 0 ? dates.firstScale : dates.scale))
    return furnitureLine(box, 'masthead', text, fittedSize(text, dateWidth, largest), 'end')
  }
  const smallPrint = words.smallPrint(issue.masthead).join('　')
  const y = top + nameBox.height + Math.round(leading * smallStyle.airAbove)
  const smallBox = { x: left, y, width: typeWidth, height: Math.round(leading * smallStyle.rows) }
  const smallSize = fittedSize(smallPrint, typeWidth, Math.round(bodySize * smallStyle.scale))
  const rule = { x: left, width: typeWidth, height: 0 }
  return {
    ...noParts,
    furniture: [
      furnitureLine(nameBox, 'nameplate', name, nameSize, 'start'),
      ...dateLinesOf(issue, words).map(dateLine),
      ...(smallPrint ? [furnitureLine(smallBox, 'masthead', smallPrint, smallSize, 'center')] : []),
    ],
    grounds: [
      ...(smallPrint ? [{ ...rule, y: y - Math.round(leading * smallStyle.ruleAbove), role: 'rule' as const }] : []),
      { ...rule, y: y + Math.round(leading * smallStyle.accentRuleAt), role: 'accent-rule' },
    ],
  }
}
