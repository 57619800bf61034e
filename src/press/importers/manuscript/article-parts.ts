import type { Outline } from '@/bundle/region'
import { isInsidePage } from '@/bundle/geometry'
import type { PageDraft, PartDraft } from '../../model/draft'
import { jumpLineOf } from '../../model/jump-line-of'
import type { Place } from '../../finding'
import type { Report } from '../../report'
import type { ArticleFile } from './article-file'
import type { Reason } from '../../findings/chinese/reasons'

const outlinesOf = (
  { record, file, page }: ArticleFile,
  on: PageDraft,
  { pageNamed }: IssuePages,
  report: Report,
): readonly Outline[] => {
  const { outlines = [] } = record.value
  const own = Array.isArray(outlines)
    ? on.no === page
      ? outlines
      : []
    : Object.entries(outlines).flatMap(([name, those]) => (pageNamed(name) === on ? those : []))
  if (own.length === 0) report.add('outlines-missing', { file, page: on.no }, {})
  return own.filter((outline) => {
    const place = { file, line: record.lineOf('outlines') }
    if (outline.length < 6 || outline.length % 2 === 1) {
      report.add('bad-value', place, {
        key: 'outlines',
        reason: 'an outline has at least three corners, each an x and a y',
      })
      return false
    }
    if (!on.picture || isInsidePage(outline, on.picture)) return true
    const corner = outline.flatMap((x, index) => (index % 2 === 0 ? [[x, outline[index + 1] ?? 0] as const] : []))
    const outside = corner.find(([x, y]) => !isInsidePage([x, y], on.picture ?? { width: 0, height: 0 }))
    report.add('outline-outside-page', place, {
      corner: outside?.join(', ') ?? '',
      size: `${on.picture.width} × ${on.picture.height}`,
    })
    return false
  })
}

/** The pages of the issue, and how a manuscript names them. */
export interface IssuePages {
  readonly pages: readonly PageDraft[]
  readonly pageNamed: (name: string) => PageDraft | undefined
}

/** A page on which a part of the article begins; `from` is absent where the typesetter decides the offset. */
interface Stop {
  readonly page: PageDraft
  readonly from?: number
}

const stopsOf = (
  { record, body, file }: ArticleFile,
  own: PageDraft,
  extent: number,
  { pageNamed }: IssuePages,
  report: Report,
): { readonly stops: readonly Stop[]; readonly missing: readonly string[] } => {
  const stops: Stop[] = [{ page: own, from: 0 }]
  const missing: string[] = []
  const bad = (line: number, reason: Reason) => report.add('bad-cut', { file, line }, { reason })
  for (const { at, page: name, line } of body.cuts) {
    const page = pageNamed(name)
    const before = stops.at(-1)
    // A printed page is as it is: what goes on backwards, or stands there without a text, does.
    const areFacsimiles = page?.picture !== undefined && before?.page.picture !== undefined
    if (!page) bad(line, `there is no page ${name} in this issue`)
    else if (areFacsimiles) stops.push({ page, from: at })
    else if (before && page.no < before.page.no) bad(line, `page ${name} comes before page ${before.page.label}`)
    else if (at <= (before?.from ?? 0) || at >= extent) bad(line, 'there is no text on one side of it')
    else stops.push({ page, from: at })
  }
  for (const name of record.value.continues_on ?? []) {
    const page = pageNamed(name)
    const line = record.lineOf('continues_on')
    const before = stops.at(-1)
    if (!page) missing.push(name)
    else if (before && page.no <= before.page.no)
      bad(line, `page ${name} does not come after page ${before.page.label}`)
    else if (page.picture) bad(line, `page ${name} is a facsimile: mark with a cut line what stands there`)
    else stops.push({ page })
  }
  return { stops, missing }
}

/** The article's parts, as far as the manuscript determines them. */
export const partsOfFile = (
  article: ArticleFile,
  own: PageDraft,
  extent: number,
  context: IssuePages,
  report: Report,
): PartDraft[] => {
  const { record, file } = article
  const { pages } = context
  const { printed_jump: printedJump, printed_from: printedFrom } = record.value
  const place: Place = { file, line: record.lineOf('continues_on') }
  const { stops, missing } = stopsOf(article, own, extent, context, report)
  // Of a line that was printed, `joinJumps` says whether it leads anywhere.
  if (missing.length > 0 && printedJump === undefined)
    report.add('no-page-to-continue', place, { page: missing.join(', ') })
  return stops.map(({ page, from }, index) => {
    const next = stops[index + 1]
    const to = next ? next.from : extent
    const isLast = index === stops.length - 1
    const outlines = page.picture ? outlinesOf(article, page, context, report) : undefined
    if (page.picture && (from === undefined || to === undefined))
      report.add('bad-cut', place, {
        reason: `page ${page.label} is a facsimile: mark with a cut line what stands there`,
      })
    return {
      page: page.no,
      ...(from !== undefined && to !== undefined && { range: [from, to] as const }),
      ...(outlines && { outlines }),
      ...(isLast && printedJump && { continuedOn: jumpLineOf(printedJump, pages) }),
      ...(index === 0 && printedFrom && { continuedFrom: jumpLineOf(printedFrom, pages) }),
      ...(index > 0 && { joinedBy: ['stated'] as const }),
    }
  })
}
