import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import { readDevice, writeDevice } from './device-storage'

/** Which issues were opened on this device, in localStorage: what the unread mark goes by. Nothing depends on it. */
const storageKey = 'banmian:seen'

/** About two years of a daily. */
const most = 700

const read = (): string[] => (readDevice(storageKey) ?? '').split(' ').filter(Boolean)

/** Whether the issue was opened before, as of now. */
export const seenIssues = (): ((key: IssueKey) => boolean) => {
  const names = new Set(read())
  return (key) => names.has(formatIssueKey(key))
}

export const markSeen = (key: IssueKey): void => {
  const own = formatIssueKey(key)
  const others = read().filter((name) => name !== own)
  writeDevice(storageKey, [...others, own].slice(-most).join(' '))
}
