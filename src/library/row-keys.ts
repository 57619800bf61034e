import type { ArticleId, IssueId, PaperId, Sha256 } from '@/bundle/ids'
import type { IssueKey } from '@/bundle/issue-key'

export const libraryName = 'banmian-library'

/** Primary keys as IndexedDB stores them: `[paper+issue]`, alone or with a part's digest or an article's id. */
export type IssueRowKey = [PaperId, IssueId]
export type PartRowKey = [PaperId, IssueId, Sha256]
export type ArticleRowKey = [PaperId, IssueId, ArticleId]

export const issueRowKey = ({ paper, issue }: IssueKey): IssueRowKey => [paper, issue]
export const partRowKey = ({ paper, issue }: IssueKey, sha256: Sha256): PartRowKey => [paper, issue, sha256]
export const keyOfRow = ([paper, issue]: Readonly<IssueRowKey | PartRowKey>): IssueKey => ({ paper, issue })
