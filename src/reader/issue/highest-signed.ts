import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'

/**
 * The highest revision of each corrected issue that a key of the paper signed, as far as this browser has seen, in localStorage:
 * whoever plays an older one back is found out. An issue that was never corrected has none below it, and is not noted.
 */
const storageKey = 'banmian:revisions'
/** So many of the latest are kept. */
const kept = 200

/** What is noted, `paper/issue=3`; nothing where the browser forbids storage. */
const noted = (): string[] => {
  try {
    return (globalThis.localStorage?.getItem(storageKey) ?? '').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

export const highestSigned = (key: IssueKey): number | undefined => {
  const start = `${formatIssueKey(key)}=`
  const found = Number(
    noted()
      .find((one) => one.startsWith(start))
      ?.slice(start.length),
  )
  return Number.isSafeInteger(found) ? found : undefined
}

/** Call it only with a revision whose signature was verified: nobody else may claim one that keeps the paper's out. */
export const noteSigned = (key: IssueKey, revision: number): void => {
  if (revision <= (highestSigned(key) ?? 1)) return
  const start = `${formatIssueKey(key)}=`
  const others = noted().filter((one) => !one.startsWith(start))
  try {
    globalThis.localStorage?.setItem(storageKey, [...others, `${start}${revision}`].slice(-kept).join(' '))
  } catch (error) {
    // Storage is full or forbidden.
    if (!(error instanceof DOMException)) throw error
  }
}
