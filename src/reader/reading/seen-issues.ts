import { readDevice, writeDevice } from './device-storage'

/** Which issues were opened on this device, in localStorage. Only the unread marks use it. */
const key = 'banmian:seen'

/** About two years of a daily paper. */
const most = 700

const nameOf = (paper: string, issue: string): string => `${paper}/${issue}`

const read = (): string[] => (readDevice(key) ?? '').split(' ').filter(Boolean)

/** Returns whether an issue was opened before, as of this call. */
export const seenIssues = (): ((paper: string, issue: string) => boolean) => {
  const names = new Set(read())
  return (paper, issue) => names.has(nameOf(paper, issue))
}

export const markSeen = (paper: string, issue: string): void => {
  const others = read().filter((name) => name !== nameOf(paper, issue))
  writeDevice(key, [...others, nameOf(paper, issue)].slice(-most).join(' '))
}
