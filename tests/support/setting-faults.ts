import { leavesOf, textOf } from '@/bundle/article-text'
import { boundsOf, type Box } from '@/bundle/geometry'
import { partsOf } from '@/bundle/jumps'
import { boxOf, plainRuns } from '@/bundle/set-runs'
import type { PagePart } from '@/bundle/page-part'
import type { Setting } from '@/bundle/setting'
import { isClosingMark, isOpeningMark } from '@/text/line-setting'
import type { SetFiles } from './set-issue'
import { boxesOf, overlap, textSet } from './set-text'

/** Lines of a page's body text, each with its text. */
const bodyLines = (
  setting: Setting,
  { pieces }: PagePart,
): { readonly text: string; readonly isFirst: boolean; readonly isLast: boolean }[] =>
  setting.articles.flatMap(({ article, frames = [] }) => {
    const leaves = pieces
      .filter((piece) => piece.article === article)
      .flatMap((piece) => leavesOf(piece.blocks, piece.range[0]))
    return frames.flatMap((frame) =>
      plainRuns(frame, setting).flatMap(({ from, style, lines }) => {
        const leaf = leaves.find((one) => from >= one.from && from <= one.from + one.text.length)
        if (!leaf || style === 'table') return []
        let at = from - leaf.from
        return lines.map(({ count }, index) => {
          const text = leaf.text.slice(at, (at += count))
          return { text, isFirst: at - count === 0, isLast: index === lines.length - 1 }
        })
      }),
    )
  })

/** Rules of setting that lines break; a line that nothing could save is left out. */
const lineFaults = (lines: ReturnType<typeof bodyLines>): string[] =>
  lines.flatMap(({ text, isFirst, isLast }) => {
    const characters = [...text]
    const faults: string[] = []
    if (!isFirst && isClosingMark(characters[0] ?? '') && characters.length > 2)
      faults.push(`begins with a closing mark: ${text}`)
    if (!isLast && isOpeningMark(characters.at(-1) ?? '')) faults.push(`ends with an opening mark: ${text}`)
    return faults
  })

const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]))

/** Everything that must hold of every set page, whatever stands on it; empty where it does. */
export const settingFaults = ({ issue, draft, partOf }: SetFiles): string[] => {
  const parts = issue.pages.map(({ no }) => partOf(no))
  const faults: string[] = []
  for (const { id, blocks } of draft.articles) {
    const set = parts.map((part) => (part.setting ? textSet(part.setting, part, id) : '')).join('')
    if (set !== textOf(blocks).replaceAll('\n', '')) faults.push(`article ${id}: not every character is set, in order`)
  }
  issue.pages.forEach((page, index) => {
    const part = parts[index]
    const [rendition] = page.renditions
    if (!part?.setting || !rendition) return
    const { frames, titles, plates, lines } = boxesOf(part.setting)
    const isOutside = ({ x, y, width, height }: Box): boolean =>
      x < 0 || y < 0 || x + width > rendition.width || y + height > rendition.height
    for (const box of [...frames, ...titles, ...plates, ...lines])
      if (isOutside(box)) faults.push(`page ${page.no}: outside the sheet: ${JSON.stringify(box)}`)
    for (const [one, other] of pairs([...frames, ...titles, ...plates]))
      if (overlap(one, other)) faults.push(`page ${page.no}: overlap of ${JSON.stringify([one, other])}`)
    const regions = rendition.regions.flatMap(({ outlines }) => outlines.map((outline) => boundsOf([outline])))
    for (const [one, other] of pairs(regions))
      if (overlap(one, other)) faults.push(`page ${page.no}: regions overlap: ${JSON.stringify([one, other])}`)
    faults.push(...lineFaults(bodyLines(part.setting, part)).map((fault) => `page ${page.no}: ${fault}`))
  })
  for (const { id } of issue.articles) {
    const own = partsOf(issue, id)
    own.slice(1).forEach(({ region }, index) => {
      if (!own[index]?.region.continuedOn || !region.continuedFrom)
        faults.push(`article ${id}: a jump without its other end`)
    })
  }
  return faults
}

/** Cells of a page's grid: how many there are, and how many stand blank. */
export interface Cells {
  readonly all: number
  readonly blank: number
}

/**
 * Blank cells of a page: rows of one leading in each basic column, from the head of the type area to its foot, on which no
 * title, text, picture or line stands. A row that holds a rule between articles is not blank.
 * @param sheetHeight of the page as it was set: a sheet that had to grow is measured down to its own foot
 */
export const blankCells = (
  setting: Setting,
  grid: {
    readonly left: number
    readonly head: number
    readonly height: number
    readonly columns: number
    readonly columnWidth: number
    readonly gutter: number
    readonly rows: number
    readonly leading: number
  },
  sheetHeight: number,
): Cells => {
  const rows = grid.rows + Math.round((sheetHeight - grid.height) / grid.leading)
  const { frames, titles, plates, lines } = boxesOf(setting)
  const boxes = [...frames, ...titles, ...plates, ...lines]
  const rules = setting.grounds.filter(({ role = 'rule' }) => role === 'rule').map(({ box }) => boxOf(box))
  let blank = 0
  for (let column = 0; column < grid.columns; column++) {
    const x = grid.left + column * (grid.columnWidth + grid.gutter)
    for (let row = 0; row < rows; row++) {
      const y = grid.head + row * grid.leading
      const cell: Box = { x, y, width: grid.columnWidth, height: grid.leading }
      const holdsRule = rules.some(
        (rule) =>
          rule.height === 0 &&
          rule.y >= y - 1 &&
          rule.y <= y + grid.leading + 1 &&
          rule.x <= x + 1 &&
          rule.x + rule.width >= x + grid.columnWidth - 1,
      )
      if (!holdsRule && !boxes.some((box) => overlap(box, cell))) blank++
    }
  }
  return { all: grid.columns * rows, blank }
}
