import { setBoxOf, setLineOf, shortRuns, type PlainLine, type PlainRun } from '@/bundle/set-runs'
import type { Box } from '@/bundle/geometry'
import type { ArticleId } from '@/bundle/ids'
import type { Furniture, Ground, SetArticle, Setting, SetTitle, TitleFace } from '@/bundle/setting'
import type { Grid } from './grid'

/** Lines of one article in a column. */
export interface DrawnFrame extends Box {
  readonly article: ArticleId
  readonly runs: readonly PlainRun[]
  readonly writing?: 'vertical'
}

/** The lines of one element of an article's title, spread evenly over the box. */
export interface DrawnTitle extends Box {
  readonly article: ArticleId
  readonly role: SetTitle['role']
  /** Absent where the text is the article's own. */
  readonly text?: string
  /** Absent: that of its role. */
  readonly face?: TitleFace
  readonly size: number
  readonly lines: readonly PlainLine[]
  readonly writing?: 'vertical'
}

export interface DrawnPlate extends Box {
  readonly article: ArticleId
  /** Offset at which the text of the picture's block begins. */
  readonly from: number
}

export interface DrawnFurniture extends Box {
  readonly role: Furniture['role']
  readonly text: string
  readonly size: number
  /** Letter-spacing in thousandths of an em; absent is the reader's own. */
  readonly spacing?: number
  readonly align: 'start' | 'center' | 'end'
  /** The article whose jump line this is; absent for the page's own furniture. */
  readonly article?: ArticleId
  readonly writing?: 'vertical'
}

export interface DrawnGround extends Box {
  readonly role: NonNullable<Ground['role']>
}

/** What is drawn on a page, in absolute page units. */
export interface SettingParts {
  readonly frames: readonly DrawnFrame[]
  readonly titles: readonly DrawnTitle[]
  readonly plates: readonly DrawnPlate[]
  readonly furniture: readonly DrawnFurniture[]
  readonly grounds: readonly DrawnGround[]
}

export const noParts: SettingParts = { frames: [], titles: [], plates: [], furniture: [], grounds: [] }

export const mergeParts = (all: readonly SettingParts[]): SettingParts => ({
  frames: all.flatMap(({ frames }) => frames),
  titles: all.flatMap(({ titles }) => titles),
  plates: all.flatMap(({ plates }) => plates),
  furniture: all.flatMap(({ furniture }) => furniture),
  grounds: all.flatMap(({ grounds }) => grounds),
})

/** Moves everything to the right and down, page units. */
export const moveParts = (parts: SettingParts, right: number, down: number): SettingParts => {
  const move = <Drawn extends Box>(drawn: Drawn): Drawn => ({ ...drawn, x: drawn.x + right, y: drawn.y + down })
  return {
    frames: parts.frames.map(move),
    titles: parts.titles.map(move),
    plates: parts.plates.map(move),
    furniture: parts.furniture.map(move),
    grounds: parts.grounds.map(move),
  }
}

const furnitureOf = ({ role, text, size, spacing, align, writing, ...box }: DrawnFurniture): Furniture => ({
  box: setBoxOf(box),
  ...(writing && { writing }),
  role,
  text,
  size,
  ...(spacing !== undefined && { spacing }),
  ...(align !== 'start' && { align }),
})

const orNothing = <Key extends string, Item>(key: Key, items: readonly Item[]) =>
  items.length > 0 ? { [key]: items } : {}

/** Everything of one article, as the format writes it. */
const articleOf = (article: ArticleId, parts: SettingParts, grid: Pick<Grid, 'bodySize' | 'leading'>): SetArticle => {
  const isOwn = (one: { readonly article?: ArticleId }): boolean => one.article === article
  return {
    article,
    ...orNothing(
      'titles',
      parts.titles.filter(isOwn).map(({ role, text, face, size, lines, writing, ...box }) => ({
        box: setBoxOf(box),
        ...(writing && { writing }),
        role,
        ...(text !== undefined && { text }),
        ...(face && { face }),
        size,
        lines: lines.map(setLineOf),
      })),
    ),
    ...orNothing(
      'frames',
      parts.frames.filter(isOwn).map(({ runs, writing, ...box }) => ({
        box: setBoxOf(box),
        ...(writing && { writing }),
        runs: shortRuns(runs, grid),
      })),
    ),
    ...orNothing(
      'plates',
      parts.plates.filter(isOwn).map(({ from, ...box }) => ({ box: setBoxOf(box), from })),
    ),
    ...orNothing('jumps', parts.furniture.filter(isOwn).map(furnitureOf)),
  }
}

/** The page's setting as the format writes it; articles in reading order. [B13] */
export const settingOf = (
  parts: SettingParts,
  order: readonly ArticleId[],
  grid: Pick<Grid, 'bodySize' | 'leading'>,
): Setting => ({
  bodySize: grid.bodySize,
  leading: grid.leading,
  articles: order.map((article) => articleOf(article, parts, grid)),
  furniture: parts.furniture.filter(({ article }) => article === undefined).map(furnitureOf),
  grounds: parts.grounds.map(({ role, ...box }) => ({ box: setBoxOf(box), ...(role !== 'rule' && { role }) })),
})
