import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { BundleError } from '@/bundle/fault'
import type { Page } from '@/bundle/issue'
import { decodePageWords, type PlacedWords } from '@/bundle/page-words'
import type { OpenIssue } from '../issue/issue-source'

/** The words of a facsimile page; undefined where there are none, and where they can't be had: the page is there, and its text. */
export const printedWordsOf = async (
  opened: OpenIssue,
  page: Page,
  signal: AbortSignal,
): Promise<PlacedWords | undefined> => {
  const [rendition] = page.renditions
  if (rendition?.kind !== 'facsimile' || rendition.words === undefined) return undefined
  try {
    return decodePageWords(await opened.bytes(rendition.words, signal), rendition.words, page)
  } catch (error) {
    if (signal.aborted || error instanceof BundleError) return undefined
    throw error
  }
}

/**
 * The words of a facsimile page as soon as they are wanted; undefined before, and where there are none.
 */
export const usePrintedWords = (
  opened: () => OpenIssue,
  page: () => Page,
  isWanted: () => boolean,
): Readonly<Ref<PlacedWords | undefined>> => {
  const words = shallowRef<PlacedWords>()
  let ended = new AbortController()
  watch(
    [opened, page, isWanted],
    async ([issue, of, wanted]) => {
      ended.abort()
      words.value = undefined
      if (!wanted) return
      ended = new AbortController()
      const { signal } = ended
      const read = await printedWordsOf(issue, of, signal)
      if (!signal.aborted) words.value = read
    },
    { immediate: true },
  )
  onScopeDispose(() => ended.abort())
  return words
}
