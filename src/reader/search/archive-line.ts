import type { ArchiveFault } from '@/archive/archive-fault'
import type { zhHansSearch } from '../i18n/zh-hans-search'
import type { Narrowing } from './narrowing'
import type { ArchiveState } from './use-archive-search'

type SearchWords = typeof zhHansSearch

const faultLine = (words: SearchWords, fault: ArchiveFault | undefined): string => {
  if (fault?.kind === 'unreachable') return words.archiveUnreachable
  if (fault?.kind === 'nothing-to-look-up') return words.archiveUnsought(fault.word)
  if (fault?.kind === 'newer-format' || fault?.kind === 'other-folding') return words.archiveOutdated
  return words.archiveBroken
}

/** What the search of the archive came to so far, in a line. */
export const archiveLineIn = (
  words: SearchWords,
  { phase, count, fault, hits, isVain }: ArchiveState,
  { year }: Narrowing,
): string => {
  if (phase === 'failed') return faultLine(words, fault)
  if (count === undefined) return words.archiveCounting
  if (isVain && hits.length === 0) return words.archiveNoneYet
  const isDone = phase === 'done'
  return count.articles === 0 && isDone
    ? words.archiveNothing(year)
    : words.archiveFound(count.articles, count.isExact || isDone, year)
}
