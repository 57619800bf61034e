import { newestFirst, type CatalogEntry } from '@/bundle/catalog'
import type { Issue } from '@/bundle/issue'
import { leadTitleOf } from '@/bundle/lookup'

/** An issue as the calendar shows it, from a catalogue or from the library. */
export type CalendarIssue = Pick<CatalogEntry, 'id' | 'date' | 'edition' | 'publishedAt' | 'lunarDate' | 'lead'>

/** An entry for a saved issue, used when no catalogue can be reached. */
export const calendarIssueOf = (issue: Issue): CalendarIssue => {
  const lead = leadTitleOf(issue)
  return {
    id: issue.id,
    date: issue.date,
    ...(issue.edition && { edition: issue.edition }),
    ...(issue.publishedAt && { publishedAt: issue.publishedAt }),
    ...(issue.masthead.lunarDate && { lunarDate: issue.masthead.lunarDate }),
    ...(lead && { lead }),
  }
}

/** When an edition came out, where its day has several: 17:30, as its paper counts. */
export const timeOfEdition = (
  { date, publishedAt }: CalendarIssue,
  issues: ReadonlyMap<string, readonly CalendarIssue[]>,
): string | undefined => ((issues.get(date)?.length ?? 0) > 1 ? publishedAt?.slice(11, 16) : undefined)

/** Issues by date, each date's in the order in which they were published, without duplicates. */
export const issuesByDate = (issues: readonly CalendarIssue[]): ReadonlyMap<string, readonly CalendarIssue[]> => {
  const byDate = new Map<string, CalendarIssue[]>()
  const sorted = [...new Map(issues.map((one) => [one.id, one])).values()].sort((a, b) => newestFirst(b, a))
  for (const one of sorted) byDate.set(one.date, [...(byDate.get(one.date) ?? []), one])
  return byDate
}
