import { formatPageLabel } from '@/text/page-label'
import type { IssueDraft, PageDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { noParts, type SettingParts } from '../setting-parts'
import { folioRows, folioStyle } from '../type-styles'
import { furnitureLine } from './furniture-line'
import { printedWordsOf } from './printed-words'

/** The folio of every page but the first: label and name of the page, name of the paper, editors and date, over a rule. */
export const folioParts = ({ paper, date, masthead }: IssueDraft, page: PageDraft, grid: Grid): SettingParts => {
  const { left, typeWidth, head, leading, bodySize } = grid
  const { nameScale, dateScale, ruleAt } = folioStyle
  const y = head - folioRows * leading
  const box = { x: left, y, width: typeWidth, height: leading }
  const label = [formatPageLabel(page.label), page.name].filter(Boolean).join('　')
  const editors = (page.editors ?? []).map(({ role, names }) => `${role}：${names.join(' ')}`)
  const day = [...editors, printedWordsOf(grid).date(date), masthead.weekday].filter(Boolean).join('　')
  return {
    ...noParts,
    furniture: [
      furnitureLine(box, 'folio', label, bodySize, 'start'),
      furnitureLine(box, 'folio', paper.name, Math.round(bodySize * nameScale), 'center'),
      furnitureLine(box, 'folio', day, Math.round(bodySize * dateScale), 'end'),
    ],
    grounds: [{ x: left, y: y + Math.round(leading * ruleAt), width: typeWidth, height: 0, role: 'accent-rule' }],
  }
}
