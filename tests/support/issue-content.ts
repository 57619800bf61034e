import { decodeIssue, decodePagePart, encode, type IssueJson, type PagePartJson } from '@/bundle/codec'
import type { Issue, PartEntry } from '@/bundle/issue'
import type { BundleFolder } from '@/press/io/bundle-folder'
import { smallIssue } from './small-issue'

export interface SmallEdits {
  readonly parts?: (parts: [PagePartJson, PagePartJson]) => void
  readonly issue?: (issue: IssueJson) => void
}

/** The small issue as the folder of its bundle, edited first and held against the codec. */
export const smallFolder = async ({ parts, issue: editIssue }: SmallEdits = {}): Promise<BundleFolder> => {
  const { issue: json, files } = await smallIssue(parts)
  editIssue?.(json)
  const issueJson = encode(json)
  const issue: Issue = decodeIssue(issueJson)
  const bytesOf = (name: string) => files.get(name) ?? new Uint8Array()
  return {
    issue,
    issueJson,
    signature: undefined,
    readPart: async ({ name }: PartEntry) => bytesOf(name),
    readPage: async ({ part }) => decodePagePart(bytesOf(part), part, issue),
    unlisted: [],
  }
}
