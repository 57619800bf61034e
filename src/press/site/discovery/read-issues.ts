import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeIssue } from '@/bundle/codec'
import type { IssueId } from '@/bundle/ids'
import type { Issue, Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import { openBundleFolder } from '../../io/bundle-folder'
import { dataPath } from '../site-paths'
import { laterOf, publicationOf } from './moments'

/** An issue and its moments, RFC 3339. */
export interface DatedIssue {
  readonly issue: Issue
  readonly published: string
  /** When it was corrected; otherwise when it was published. */
  readonly updated: string
}

/** How issues of a site are opened: all of them, or those that are asked for. */
export interface IssueReading {
  /** @throws BundleError */
  readonly issue: (id: IssueId) => Promise<DatedIssue>
  /** With the text of its pages. @throws BundleError */
  readonly withPages: (id: IssueId) => Promise<DatedIssue & { readonly readPage: (page: Page) => Promise<PagePart> }>
}

/** A bundle does not say when it was corrected, but its file was written then. */
const dated = async (issue: Issue, path: string): Promise<DatedIssue> => {
  const published = publicationOf(issue)
  if (issue.revision === 1) return { issue, published, updated: published }
  const { mtime } = await stat(path)
  return { issue, published, updated: laterOf(published, `${mtime.toISOString().slice(0, 19)}Z`) }
}

export const readingOf = (site: string): IssueReading => {
  const folderOf = (id: IssueId): string => join(site, dataPath, id)
  return {
    issue: async (id) => {
      const path = join(folderOf(id), 'issue.json')
      return dated(decodeIssue(new Uint8Array(await readFile(path))), path)
    },
    withPages: async (id) => {
      const { issue, readPage } = await openBundleFolder(folderOf(id))
      return { ...(await dated(issue, join(folderOf(id), 'issue.json'))), readPage }
    },
  }
}
