import { extentOf } from '@/bundle/article-text'
import type { TextRange } from '@/bundle/region'
import type { ArticleId, PageLabel, PageNo, PictureId } from '@/bundle/ids'
import { unitsPerMm } from '@/bundle/paper-size'
import { formatContinuedFrom, formatContinuedOn } from '@/text/jump-line'
import { pagesNamedBy } from '@/text/page-label'
import type { ArticleDraft, IssueDraft, PageDraft, PageSetting, PartDraft, SetIssue, SheetFormat } from '../model/draft'
import { said, type Reason } from '../findings/chinese/reasons'
import type { Report } from '../report'
import type { Portion } from './copyfit/portion'
import type { AspectOf } from './lines/flow'
import { turnBox } from './drawing/turn-page'
import { settingOf } from './setting-parts'
import { setWholePage, type WholePage } from './whole-page'

/** What is known of an article's parts while the pages are set in order. */
interface Progress {
  readonly article: ArticleDraft
  readonly parts: PartDraft[]
  /** Offset up to which the text stands on a page. */
  reached: number
}

/** Jump lines of a part: as the source prints them, else as the press words them where the text changes page. */
const jumpLinesOf = (parts: readonly PartDraft[], index: number, pages: readonly PageDraft[], lang: string) => {
  const [before, own, next] = [parts[index - 1], parts[index], parts[index + 1]]
  const labelElsewhere = (other: PartDraft | undefined): PageLabel | undefined =>
    other && other.page !== own?.page ? pages[other.page - 1]?.label : undefined
  const [onLabel, fromLabel] = [labelElsewhere(next), labelElsewhere(before)]
  const lineOn = own?.continuedOn?.text ?? (onLabel && formatContinuedOn(onLabel, lang))
  const lineFrom = own?.continuedFrom?.text ?? (fromLabel && formatContinuedFrom(fromLabel))
  return { ...(lineOn && { lineOn }), ...(lineFrom && { lineFrom }) }
}

const withJumpLines = (parts: readonly PartDraft[], pages: readonly PageDraft[], lang: string): PartDraft[] =>
  parts.map((part, index) => {
    const { lineOn, lineFrom } = jumpLinesOf(parts, index, pages, lang)
    const [before, next] = [parts[index - 1], parts[index + 1]]
    const onLabel = part.continuedOn?.label ?? pages[(next?.page ?? 0) - 1]?.label
    const fromLabel = part.continuedFrom?.label ?? pages[(before?.page ?? 0) - 1]?.label
    return {
      ...part,
      ...(lineOn && { continuedOn: { text: lineOn, ...(onLabel && { label: onLabel }) } }),
      ...(lineFrom && { continuedFrom: { text: lineFrom, ...(fromLabel && { label: fromLabel }) } }),
    }
  })

/**
 * The portions that a page is asked to take. A part without a range takes what the pages before have left; all but the last
 * part may be cut.
 */
const portionsOn = (page: PageNo, progress: readonly Progress[], { pages, lang }: IssueDraft): Portion[] => {
  const portions: Portion[] = []
  for (const one of progress) {
    const { article, parts } = one
    const extent = extentOf(article.blocks)
    const add = (part: number, range: TextRange, isCuttable: boolean): void => {
      const head = parts[part]?.head
      const lines = jumpLinesOf(parts, part, pages, article.lang ?? lang)
      portions.push({ article, part, range, isCuttable, ...(head && { head }), ...lines })
    }
    parts.forEach(({ page: own, range }, index) => {
      if (own !== page) return
      if (range) {
        one.reached = range[1]
        add(index, range, false)
        return
      }
      const isLast = index === parts.length - 1
      const isDone = isLast && index > 0 && one.reached >= extent
      if (!isDone) add(index, [one.reached, extent], !isLast)
    })
  }
  return portions
}

/** Aspect of a picture that the draft does not list. */
const usualAspect = 1.5

/** What every page of the issue is set with. */
interface IssueContext {
  readonly draft: IssueDraft
  readonly aspectOf: AspectOf
}

/** The sheet of a page: as wide as all that its label names. */
const sheetOf = ({ label }: PageDraft, sheet: SheetFormat): SheetFormat => {
  const count = pagesNamedBy(label).length
  // The columns of a vertical page are tiers, which run over the whole width.
  return { ...sheet, widthMm: sheet.widthMm * count, columns: sheet.isVertical ? sheet.columns : sheet.columns * count }
}

/** Pages that were set before, by all that they were set from, as JSON: the same gives the same. */
export type SetPages = Map<string, WholePage>

/** A page as it was set before, if nothing has changed that it is set from; else set now, and kept. */
const setOrKept = (
  page: PageDraft,
  portions: readonly Portion[],
  { draft, aspectOf }: IssueContext,
  { kept, used }: { readonly kept: SetPages; readonly used: Set<string> },
): WholePage => {
  const sheet = sheetOf(page, draft.sheet)
  const { paper, lang, date, masthead, nameplate, ears, pictures } = draft
  const key = JSON.stringify([page, portions, sheet, paper, lang, date, masthead, nameplate, ears, pictures])
  const set = kept.get(key) ?? setWholePage({ page, portions, sheet, draft, aspectOf })
  kept.set(key, set)
  used.add(key)
  return set
}

/**
 * Sets every typeset page of an issue, in order, so that what one page could not take is known when the next is set. Pure
 * but for `report`: the same draft gives the same pages. Pages in `kept` that have not changed are taken from there; afterwards it has
 * those of this draft alone.
 */
export const setIssue = (draft: IssueDraft, report: Report, kept: SetPages = new Map()): SetIssue => {
  const used = new Set<string>()
  const { pages, sheet } = draft
  const aspects = new Map<PictureId, number>(draft.pictures.map(({ id, width, height }) => [id, width / height]))
  const aspectOf = (picture: PictureId): number => {
    const aspect = aspects.get(picture) ?? usualAspect
    // A vertical page is laid out on its side, and its pictures with it.
    return sheet.isVertical ? 1 / aspect : aspect
  }
  const progress = draft.articles.map((article): Progress => ({ article, parts: [...article.parts], reached: 0 }))
  const settings = new Map<PageNo, PageSetting>()
  const orders = new Map<PageNo, ArticleId[]>()

  for (const page of pages) {
    // A facsimile page is not set, but its parts count as reached.
    const portions = portionsOn(page.no, progress, draft)
    if (page.picture) continue
    const set = setOrKept(page, portions, { draft, aspectOf }, { kept, used })
    const { grid } = set
    keepPortions(set, progress, page, report)
    const order = [...new Set(set.portions.map(({ portion }) => portion.article.id))]
    settings.set(page.no, {
      setting: settingOf(set.parts, order, grid),
      width: grid.isVertical ? set.height : grid.width,
      height: grid.isVertical ? grid.width : set.height,
      cost: set.cost,
      score: set.score,
    })
    orders.set(page.no, order)
    for (const { article, reason } of set.unkept) report.add('place-not-kept', article.place, { reason })
    for (const { article, columns, form } of set.narrowedTables)
      report.add(form === 'list' ? 'table-as-list' : 'table-smaller', article.place, { columns: String(columns) })
    reportFit(set, page, report)
  }

  for (const key of kept.keys()) if (!used.has(key)) kept.delete(key)
  const articles = progress.map(({ article, parts }) => ({
    ...article,
    parts: withJumpLines(parts, pages, article.lang ?? draft.lang),
  }))
  return { draft: { ...draft, articles }, settings, orders }
}

/** Writes what a page took of each article into the article's parts, and removes the parts that nothing is left for. */
const keepPortions = (set: WholePage, progress: readonly Progress[], page: PageDraft, report: Report): void => {
  for (const { portion, outlines } of set.portions) {
    const one = progress.find(({ article }) => article.id === portion.article.id)
    const part = one?.parts[portion.part]
    if (!one || !part) continue
    one.parts[portion.part] = { ...part, range: portion.range, outlines }
    one.reached = Math.max(one.reached, portion.range[1])
    const isDone = one.reached >= extentOf(one.article.blocks)
    if (!isDone || portion.part === one.parts.length - 1) continue
    one.parts.length = portion.part + 1
    report.add('place-not-kept', one.article.place, {
      reason: `all of it fits on page ${page.label}, so nothing goes on`,
    })
  }
}

/** A page with more blank rows at its foot is reported, percent. */
const mostBlankPercent = 8

const reportFit = (set: WholePage, page: PageDraft, report: Report): void => {
  const { rows, leading } = set.grid
  if (set.grownRows > 0) {
    const lengthened = String(Math.round((set.grownRows * leading) / unitsPerMm))
    const { title, lines } = set.cutOffer ?? {}
    const cut: Reason =
      title === undefined ? said('no article of it can be cut') : `cutting “${title}” by about ${lines} lines would do`
    report.add('page-overfull', page.place, { page: page.label, lengthened, reason: cut })
  }
  for (const { box, where } of set.blanks) {
    const { x, y, width, height } = set.grid.isVertical ? turnBox(box, set.height) : box
    const mm = (units: number): string => String(Math.round(units / unitsPerMm))
    const [wide, high, left, top] = [mm(width), mm(height), mm(x), mm(y)]
    report.add('blank-inside', page.place, { page: page.label, between: where, wide, high, left, top })
  }
  const percent = Math.round((set.blankRows / rows) * 100)
  if (percent > mostBlankPercent)
    report.add('page-underfull', page.place, { page: page.label, percent: String(percent) })
}
