import { join } from 'node:path'
import type { Issue } from '@/bundle/issue'
import { titleOf } from '@/bundle/lookup'
import type { ReadManuscript } from '../importers/manuscript/read-manuscript'
import type { Report } from '../report'
import { dataPath } from '../site/site-paths'
import { readIssueIn } from '../writers/write-issue'

/**
 * Whether an issue was made from another manuscript than this: the folder has none of its ids, and no headline is the same. Either alone
 * may be so in a correction: ids.yaml is lost, or every headline is changed.
 */
const isOther = ({ articles }: Issue, { draft, knownIds }: ReadManuscript): boolean => {
  const titles = new Set(draft.articles.flatMap(({ headline }) => headline ?? []))
  const there = articles.flatMap((article) => titleOf(article) ?? [])
  return (
    titles.size > 0 &&
    there.length > 0 &&
    articles.every(({ id }) => !knownIds.has(id)) &&
    there.every((title) => !titles.has(title))
  )
}

/** Reports an issue that would take the place of one that is not its earlier revision, but another edition of the day. */
export const checkManuscript = async (manuscript: ReadManuscript, site: string, report: Report): Promise<void> => {
  const { id } = manuscript.draft
  const before = await readIssueIn(join(site, dataPath, id))
  if (before && isOther(before.issue, manuscript))
    report.add('other-manuscript', { file: 'issue.yaml' }, { issue: id, site })
}
