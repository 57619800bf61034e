import { computed, watch } from 'vue'
import { useSavingStore } from '../saving/saving-store'
import type { useIssueView } from './use-issue-view'

type IssuePlace = Pick<ReturnType<typeof useIssueView>, 'store' | 'opened' | 'page' | 'article'>

/** Saving the open issue, and what its corrections do to the page on show. */
export const useIssueSaving = ({ store, opened, page, article }: IssuePlace) => {
  const saving = useSavingStore()
  const correction = computed(() => opened.value && saving.corrections.get(saving.keyOf(opened.value.issue)))
  /** A newer revision is taken when the reader moves on, never under their eyes. */
  watch([() => page.value?.no, () => article.value?.id], () => {
    if (opened.value && correction.value && opened.value.issue.revision < correction.value.to) void store.refresh()
  })
  return {
    saving,
    correction,
    save: (withLarge?: boolean): void => {
      if (opened.value) void saving.save(opened.value.issue, { withLarge, isChoice: true })
    },
    chooseNewest: (newest: 'always' | 'wifi' | 'never'): void => {
      if (opened.value) void saving.chooseNewest(opened.value.issue, newest)
    },
  }
}
