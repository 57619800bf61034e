import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { BundleError } from '@/bundle/fault'
import type { Page } from '@/bundle/issue'
import { decodePageWords, type PlacedWords } from '@/bundle/page-words'
import type { OpenIssue } from '../issue/issue-source'

/**
 * The words of a facsimile page as soon as they are wanted; undefined before, and where there are none. Words that can't be had are missed
 * by nobody: the page is there, and its text in the article.
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
      const [rendition] = of.renditions
      if (!wanted || rendition?.kind !== 'facsimile' || rendition.words === undefined) return
      ended = new AbortController()
      const { signal } = ended
      try {
        const bytes = await issue.bytes(rendition.words, signal)
        if (!signal.aborted) words.value = decodePageWords(bytes, rendition.words, of)
      } catch (error) {
        if (!signal.aborted && !(error instanceof BundleError)) throw error
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => ended.abort())
  return words
}
