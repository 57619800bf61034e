import { extentOf } from '@/bundle/article-text'
import type { TextRange } from '@/bundle/region'
import type { ArticleId, PageNo, PictureId } from '@/bundle/ids'
import { formatContinuedFrom, formatContinuedOn } from '@/text/jump-line'
import type { ArticleDraft, IssueDraft, PageDraft, PageSetting, PartDraft, SetIssue } from '../model/draft'
import type { Report } from '../report'
import type { Portion } from './copyfit/portion'
import { turnOutline, turnParts } from './drawing/turn-page'
import { cornerMasthead } from './furniture/corner-masthead'
import { folioParts } from './furniture/folio'
import { mastheadParts } from './furniture/masthead'
import { gridOf, unitsPerMm, type Grid } from './grid'
import { setPage, type SetPage } from './set-page'
import { mergeParts, noParts, settingOf } from './setting-parts'

/** What is known of an article's parts while the pages are set in order. */
interface Progress {
  readonly article: ArticleDraft
  readonly parts: PartDraft[]
  /** Offset up to which the text stands on a page. */
  reached: number
}

const labelOf = (pages: readonly PageDraft[], no: PageNo | undefined): string | undefined =>
  no === undefined ? undefined : pages[no - 1]?.label

/** The printed lines of a part: as the source has them, else as the press prints them where the text changes page. */
const jumpTexts = (parts: readonly PartDraft[], index: number, pages: readonly PageDraft[], lang: string) => {
  const [before, own, next] = [parts[index - 1], parts[index], parts[index + 1]]
  const onLabel = next && next.page !== own?.page ? labelOf(pages, next.page) : undefined
  const fromLabel = before && before.page !== own?.page ? labelOf(pages, before.page) : undefined
  const lineOn = own?.continuedOn?.text ?? (onLabel && formatContinuedOn(onLabel, lang))
  const lineFrom = own?.continuedFrom?.text ?? (fromLabel && formatContinuedFrom(fromLabel))
  return { ...(lineOn && { lineOn }), ...(lineFrom && { lineFrom }) }
}

const withLines = (parts: readonly PartDraft[], pages: readonly PageDraft[], lang: string): PartDraft[] =>
  parts.map((part, index) => {
    const { lineOn, lineFrom } = jumpTexts(parts, index, pages, lang)
    const [before, next] = [parts[index - 1], parts[index + 1]]
    const onLabel = part.continuedOn?.label ?? pages[(next?.page ?? 0) - 1]?.label
    const fromLabel = part.continuedFrom?.label ?? pages[(before?.page ?? 0) - 1]?.label
    return {
      ...part,
      ...(lineOn && { continuedOn: { text: lineOn, ...(onLabel && { label: onLabel }) } }),
      ...(lineFrom && { continuedFrom: { text: lineFrom, ...(fromLabel && { label: fromLabel }) } }),
    }
  })

const portionOf = (
  { article, parts }: Progress,
  index: number,
  range: TextRange,
  { pages, lang }: Pick<IssueDraft, 'pages' | 'lang'>,
): Portion => {
  const head = parts[index]?.head
  return { article, part: index, range, ...(head && { head }), ...jumpTexts(parts, index, pages, article.lang ?? lang) }
}

/**
 * Sets every typeset page of an issue, in order, so that what one page could not take is known when the next is set. Pure
 * but for `report`: the same draft gives the same pages.
 */
export const setIssue = (draft: IssueDraft, report: Report): SetIssue => {
  const { pages, sheet } = draft
  const aspects = new Map<PictureId, number>(draft.pictures.map(({ id, width, height }) => [id, width / height]))
  const aspectOf = (picture: PictureId): number => {
    const aspect = aspects.get(picture) ?? 1.5
    // A vertical page is laid out lying on its side, its pictures with it.
    return sheet.isVertical ? 1 / aspect : aspect
  }
  const progress = draft.articles.map((article): Progress => ({ article, parts: [...article.parts], reached: 0 }))
  const settings = new Map<PageNo, PageSetting>()
  const orders = new Map<PageNo, ArticleId[]>()

  for (const page of pages) {
    const portions: Portion[] = []
    for (const one of progress) {
      const extent = extentOf(one.article.blocks)
      one.parts.forEach((part, index) => {
        if (part.page !== page.no) return
        if (part.range) {
          one.reached = part.range[1]
          portions.push(portionOf(one, index, part.range, draft))
          return
        }
        const isLast = index === one.parts.length - 1
        if (isLast && one.reached >= extent && index > 0) return
        portions.push({ ...portionOf(one, index, [one.reached, extent], draft), isCuttable: !isLast })
      })
    }
    if (page.picture) continue
    const grid = gridOf(sheet, draft.lang, page.no === 1)
    const isFront = page.no === 1
    const masthead = isFront && grid.isVertical ? cornerMasthead(draft, grid) : undefined
    const wish = { portions, ...(page.banner && { banner: page.banner }), ...(masthead && { masthead }) }
    const laid = setPage(wish, aspectOf, grid)
    const title = masthead ? noParts : isFront ? mastheadParts(draft, grid) : folioParts(draft, page, grid)
    const upright = { ...laid, parts: mergeParts([title, laid.parts]) }
    const set = sheet.isVertical ? turnPage(upright) : upright
    keepPortions(set, progress, page, report)
    const order = [...new Set(set.portions.map(({ portion }) => portion.article.id))]
    settings.set(page.no, {
      setting: settingOf(set.parts, order, grid),
      width: sheet.isVertical ? set.height : grid.width,
      height: sheet.isVertical ? grid.width : set.height,
      cost: set.cost,
    })
    orders.set(page.no, order)
    for (const { article, reason } of set.unkept) report.add('place-not-kept', article.place, { reason })
    reportFit(set, page, grid, report)
  }

  const articles = progress.map(({ article, parts }) => ({
    ...article,
    parts: withLines(parts, pages, article.lang ?? draft.lang),
  }))
  return { draft: { ...draft, articles }, settings, orders }
}

const turnPage = (set: SetPage): SetPage => ({
  ...set,
  parts: turnParts(set.parts, set.height),
  portions: set.portions.map(({ portion, outlines }) => ({
    portion,
    outlines: outlines.map((outline) => turnOutline(outline, set.height)),
  })),
})

/** Writes what a page took of each article back into its parts; a part that turned out not to be needed goes. */
const keepPortions = (set: SetPage, progress: readonly Progress[], page: PageDraft, report: Report): void => {
  for (const { portion, outlines } of set.portions) {
    const one = progress.find(({ article }) => article.id === portion.article.id)
    const part = one?.parts[portion.part]
    if (!one || !part) continue
    one.parts[portion.part] = { ...part, range: portion.range, outlines }
    one.reached = Math.max(one.reached, portion.range[1])
    const isDone = one.reached >= extentOf(one.article.blocks)
    if (!isDone || portion.part === one.parts.length - 1) continue
    one.parts.length = portion.part + 1
    report.add('place-not-kept', one.article.place, { reason: `all of it fits on page ${page.no}, so nothing goes on` })
  }
}

const reportFit = (set: SetPage, page: PageDraft, { rows, leading }: Grid, report: Report): void => {
  if (set.grownRows > 0)
    report.add('page-overfull', page.place, {
      page: String(page.no),
      lengthened: String(Math.round((set.grownRows * leading) / unitsPerMm)),
    })
  const percent = Math.round((set.blankRows / rows) * 100)
  if (percent > 8) report.add('page-underfull', page.place, { page: String(page.no), percent: String(percent) })
}
