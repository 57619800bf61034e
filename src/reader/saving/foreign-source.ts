import { BundleError } from '@/bundle/fault'
import { readIssueKey } from '@/bundle/issue-key'
import type { IssueSource } from '../issue/issue-source'
import type { LibraryAccess } from './library-access'
import { openedFrom } from './library-source'
import { unlessRefused } from './without-library'

/** Issues of another paper, all of which were imported from files. None comes from the app's own paper. */
export const createForeignSource = (library: LibraryAccess): IssueSource => ({
  newest: async () =>
    (await unlessRefused(library.list()))?.find(({ issue }) => issue.paper.id === library.paper)?.issue,
  open: async (id) => {
    const key = readIssueKey(library.paper, id)
    const issue = key && (await unlessRefused(library.open(key)))
    if (!issue) throw new BundleError({ kind: 'not-found', file: 'issue.json' })
    return openedFrom(library, issue, 'other-paper')
  },
})
