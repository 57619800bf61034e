import { decodePagePart } from '@/bundle/codec'
import { digestOf } from '@/bundle/integrity'
import type { ArticleId } from '@/bundle/ids'
import type { Issue, Page } from '@/bundle/issue'
import { differenceOf } from '@/bundle/issue-difference'
import { findArticle, titleOf } from '@/bundle/lookup'
import type { PagePart } from '@/bundle/page-part'
import { openBundleFolder } from '../io/bundle-folder'
import type { FinishedIssue } from '../model/finish'
import { readIssueIn, type ExistingIssue } from '../writers/write-issue'

/** What a new revision of an issue changes, for a person to read. */
export interface RevisionChanges {
  readonly from: number
  readonly to: number
  /** Titles of articles. */
  readonly changed: readonly string[]
  readonly withdrawn: readonly string[]
  /** Titles of articles that are no longer in the manuscript. */
  readonly removed: readonly string[]
  readonly added: readonly string[]
  /** Labels of pages. */
  readonly pagesAdded: readonly string[]
  readonly pagesRemoved: readonly string[]
  readonly isMastheadChanged: boolean
}

const partsIn = async (folder: string, issue: Issue): Promise<ReadonlyMap<Page, PagePart>> => {
  const { readPage } = await openBundleFolder(folder)
  return new Map(await Promise.all(issue.pages.map(async (page) => [page, await readPage(page)] as const)))
}

const partsOf = ({ issue, parts }: FinishedIssue): ReadonlyMap<Page, PagePart> =>
  new Map(
    issue.pages.flatMap((page) => {
      const part = parts.find(({ entry }) => entry.name === page.part)
      return part ? [[page, decodePagePart(part.bytes, page.part, issue)] as const] : []
    }),
  )

const labelsOnlyIn = (one: Issue, other: Issue): string[] =>
  one.pages.flatMap(({ label }) => (other.pages.some((page) => page.label === label) ? [] : label))

/** Compares an issue with the one in a folder. If that has lost a part, all its articles count as changed. */
const correctionOf = async (
  before: ExistingIssue,
  folder: string,
  finished: FinishedIssue,
): Promise<RevisionChanges> => {
  const { issue } = finished
  const old = await partsIn(folder, before.issue).catch(() => new Map<Page, PagePart>())
  const own = partsOf(finished)
  const difference = differenceOf(before.issue, issue, (_, page) => old.get(page) ?? own.get(page))
  const titled = (ids: readonly ArticleId[]): string[] =>
    ids.map((id) => {
      const article = findArticle(issue, id) ?? findArticle(before.issue, id)
      return (article && titleOf(article)) ?? id
    })
  return {
    from: before.issue.revision,
    to: issue.revision,
    changed: titled(difference.changed),
    withdrawn: titled(difference.withdrawn.filter((id) => findArticle(issue, id))),
    removed: titled(difference.withdrawn.filter((id) => !findArticle(issue, id))),
    added: titled(difference.added),
    pagesAdded: labelsOnlyIn(issue, before.issue),
    pagesRemoved: labelsOnlyIn(before.issue, issue),
    isMastheadChanged: JSON.stringify(issue.masthead) !== JSON.stringify(before.issue.masthead),
  }
}

export interface RevisionOptions {
  /** Makes the issue with this revision. */
  readonly make: (revision: number) => Promise<FinishedIssue>
  /** The revision that the manuscript asks for. */
  readonly wanted: number
  /** Where the issue is written. */
  readonly folder: string
  /** Keeps the revision: nobody has the issue yet. */
  readonly isDraft: boolean
}

/**
 * Makes the issue with the revision that it needs. Readers recognise a correction by its revision: one that differs from what is there has a
 * higher one, whatever the manuscript says, or it would not reach those who saved the issue. The same issue keeps its own.
 */
export const makeRevision = async ({
  make,
  wanted,
  folder,
  isDraft,
}: RevisionOptions): Promise<{ readonly finished: FinishedIssue; readonly correction?: RevisionChanges }> => {
  const before = await readIssueIn(folder)
  if (!before) return { finished: await make(wanted) }
  const { revision } = before.issue
  const asked = await make(Math.max(wanted, revision))
  if (before.digest === (await digestOf(asked.issueJson))) return { finished: asked }
  const isRaised = isDraft || asked.issue.revision > revision
  const finished = isRaised ? asked : await make(revision + 1)
  return { finished, correction: await correctionOf(before, folder, finished) }
}

/** The lines that tell a person what a correction changes. */
export const correctionLines = (correction: RevisionChanges): string[] => {
  const { from, to, changed, withdrawn, removed, added, pagesAdded, pagesRemoved, isMastheadChanged } = correction
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['changed', changed],
    ['withdrawn', withdrawn],
    ['removed', removed],
    ['added', added],
    ['pages added', pagesAdded],
    ['pages removed', pagesRemoved],
    ['masthead', isMastheadChanged ? ['changed'] : []],
  ]
  const lines = lists.flatMap(([name, items]) => (items.length > 0 ? [`  ${name}: ${items.join(' · ')}`] : []))
  const head = to > from ? `correction: revision ${from} becomes ${to}` : `draft: revision ${to} stays`
  return [head, ...(lines.length > 0 ? lines : ['  only layout, pictures or the paper’s own lines'])]
}
