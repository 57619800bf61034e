import { computed, watch } from 'vue'
import { issueKeyOf } from '@/bundle/issue-key'
import { useSavingStore } from '../saving/saving-store'
import type { useIssueView } from './use-issue-view'

type IssuePlace = Pick<ReturnType<typeof useIssueView>, 'store' | 'opened' | 'page' | 'article'>

/** Saving the open issue, and what its corrections do to the page on show. */
export const useIssueSaving = ({ store, opened, page, article }: IssuePlace) => {
  const saving = useSavingStore()
  const correction = computed(() => opened.value && saving.correctionOf(issueKeyOf(opened.value.issue)))
  /** A newer revision is taken when the reader moves on, never under their eyes. */
  watch([() => page.value?.no, () => article.value?.id], () => {
    if (opened.value && correction.value && opened.value.issue.revision < correction.value.to) void store.refresh()
  })
  return {
    saving,
    correction,
    save: (withLarge?: boolean): void => {
      if (opened.value) void saving.save(issueKeyOf(opened.value.issue), { withLarge, isChoice: true })
    },
    chooseNewest: (newest: 'always' | 'wifi' | 'never'): void => {
      if (opened.value) void saving.chooseNewest(issueKeyOf(opened.value.issue), newest)
    },
  }
}
