import { formatIssueKey, parseIssueKey, type IssueKey } from '@/bundle/issue-key'
import { hintedNames, writeHintedNames } from './hinted-names'

export const hintedIssues = (): IssueKey[] => hintedNames().flatMap((name) => parseIssueKey(name) ?? [])

export const isHintedSaved = (key: IssueKey): boolean => hintedNames().includes(formatIssueKey(key))

export const setSavedHint = (key: IssueKey, isSaved: boolean): void => {
  const own = formatIssueKey(key)
  const others = hintedNames().filter((name) => name !== own)
  writeHintedNames(isSaved ? [...others, own] : others)
}
