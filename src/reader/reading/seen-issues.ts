import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import { readDevice, writeDevice } from '../ui/device-storage'

/** Which issues were opened on this device, in localStorage. Only the unread marks use it. */
const storageKey = 'banmian:seen'

/** About two years of a daily paper. */
const most = 700

const read = (): string[] => (readDevice(storageKey) ?? '').split(' ').filter(Boolean)

/** Returns whether an issue was opened before, as of this call. */
export const seenIssues = (): ((key: IssueKey) => boolean) => {
  const names = new Set(read())
  return (key) => names.has(formatIssueKey(key))
}

export const markSeen = (key: IssueKey): void => {
  const own = formatIssueKey(key)
  const others = read().filter((name) => name !== own)
  writeDevice(storageKey, [...others, own].slice(-most).join(' '))
}
