import * as v from 'valibot'
import { issueId, paperId } from './ids'
import type { Issue } from './issue'

/** Fields of every record that names an issue. */
export const issueKeyFields = { paper: paperId, issue: issueId }

/** Names an issue among the issues of all papers: its own id is unique only within its paper. [B2] */
export const issueKey = v.pipe(v.object(issueKeyFields), v.readonly())
export type IssueKey = v.InferOutput<typeof issueKey>

export const issueKeyOf = ({ paper, id }: Pick<Issue, 'paper' | 'id'>): IssueKey => ({ paper: paper.id, issue: id })

/** `small.example/2026-01-05`. Devices store this form, so it never changes; neither id contains a slash. */
export const formatIssueKey = ({ paper, issue }: IssueKey): string => `${paper}/${issue}`

/** The key of untrusted ids, as from an address; undefined if one of them is not valid. */
export const readIssueKey = (paper: unknown, issue: unknown): IssueKey | undefined => {
  const read = v.safeParse(issueKey, { paper, issue })
  return read.success ? read.output : undefined
}

/** The key that `formatIssueKey` wrote; undefined if the text is not one. */
export const parseIssueKey = (text: string): IssueKey | undefined => {
  const [paper, issue, ...rest] = text.split('/')
  return rest.length === 0 ? readIssueKey(paper, issue) : undefined
}
