import type { Masthead } from '@/bundle/issue'
import { formatDate } from '@/text/dates'
import { formatPageLabel } from '@/text/page-label'
import type { IssueDraft, PageDraft } from '../model/draft'
import { folioRows, mastheadRows, type Grid } from './grid'
import { noParts, type DrawnFurniture, type DrawnGround, type SettingParts } from './setting-parts'

type Align = DrawnFurniture['align']

const textLine = (
  box: { x: number; y: number; width: number; height: number },
  role: DrawnFurniture['role'],
  text: string,
  size: number,
  align: Align,
): DrawnFurniture => ({ ...box, role, text, size, align })

/** Room that a text needs: characters and the room between them, roughly; small print is shrunk to fit. */
const fittedSize = (text: string, width: number, largest: number): number =>
  Math.max(12, Math.min(largest, Math.floor(width / Math.max(1, [...text].length))))

/** The small print under the masthead: address, telephones, permit, editors, each as the paper prints it. */
const smallPrint = ({ address, hotline, email, fax, permit, site, notice, editors = [] }: Masthead): string =>
  [
    address && `地址：${address}`,
    hotline && `热线：${hotline}`,
    email && `邮箱：${email}`,
    fax && `传真：${fax}`,
    permit,
    site && `本报数字报纸：${site}`,
    notice,
    ...editors.map(({ role, names }) => `${role}：${names.join(' ')}`),
  ]
    .filter(Boolean)
    .join('　')

/** The masthead of page one: nameplate, date lines, small print between rules. */
export const mastheadParts = ({ paper, masthead, date }: IssueDraft, grid: Grid): SettingParts => {
  const { left, typeWidth, head, leading } = grid
  const top = head - mastheadRows * leading
  const plateWidth = Math.round(typeWidth * 0.4)
  const plateHeight = 6 * leading
  const dateX = left + plateWidth + 2 * leading
  const dateWidth = typeWidth - plateWidth - 2 * leading
  const lines = [
    [formatDate(date), masthead.weekday].filter(Boolean).join('　'),
    masthead.lunarDate ?? '',
    [masthead.serialNo && `总第${masthead.serialNo}期`, masthead.issueNo && `第${masthead.issueNo}期`]
      .filter(Boolean)
      .join('　'),
    [...(masthead.channels ?? paper.channels ?? [])].join('　'),
  ].filter((line) => line !== '')
  const print = smallPrint(masthead)
  const printY = top + plateHeight + Math.round(leading * 0.6)
  return {
    ...noParts,
    furniture: [
      textLine(
        { x: left, y: top, width: plateWidth, height: plateHeight },
        'nameplate',
        paper.name,
        fittedSize(paper.name, plateWidth, Math.round(plateHeight * 0.8)),
        'start',
      ),
      ...lines.map((line, index) =>
        textLine(
          {
            x: dateX,
            y: top + Math.round(leading * (0.4 + index * 1.3)),
            width: dateWidth,
            height: Math.round(leading * 1.3),
          },
          'masthead',
          line,
          fittedSize(line, dateWidth, Math.round(grid.bodySize * (index === 0 ? 1.2 : 1))),
          'end',
        ),
      ),
      ...(print
        ? [
            textLine(
              { x: left, y: printY, width: typeWidth, height: Math.round(leading * 0.9) },
              'masthead',
              print,
              fittedSize(print, typeWidth, Math.round(grid.bodySize * 0.75)),
              'center',
            ),
          ]
        : []),
    ],
    grounds: [
      { x: left, y: printY - Math.round(leading * 0.2), width: typeWidth, height: 0, role: 'rule' },
      { x: left, y: printY + Math.round(leading * 1.1), width: typeWidth, height: 0, role: 'accent-rule' },
    ],
  }
}

/** The folio of the other pages: label and name, paper, date. */
export const folioParts = ({ paper, date, masthead }: IssueDraft, page: PageDraft, grid: Grid): SettingParts => {
  const { left, typeWidth, head, leading, bodySize } = grid
  const y = head - folioRows * leading
  const box = { x: left, y, width: typeWidth, height: leading }
  const label = [formatPageLabel(page.label), page.name].filter(Boolean).join('　')
  const editors = (page.editors ?? []).map(({ role, names }) => `${role}：${names.join(' ')}`)
  const grounds: DrawnGround[] = [
    { x: left, y: y + Math.round(leading * 1.25), width: typeWidth, height: 0, role: 'accent-rule' },
  ]
  return {
    ...noParts,
    furniture: [
      textLine(box, 'folio', label, bodySize, 'start'),
      textLine(box, 'folio', paper.name, Math.round(bodySize * 1.1), 'center'),
      textLine(
        box,
        'folio',
        [...editors, formatDate(date), masthead.weekday].filter(Boolean).join('　'),
        Math.round(bodySize * 0.85),
        'end',
      ),
    ],
    grounds,
  }
}
