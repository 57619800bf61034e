import { computed, watch } from 'vue'
import { issueKeyOf } from '@/bundle/issue-key'
import { useSavingStore } from '../saving/saving-store'
import type { useIssueView } from './use-issue-view'

type OpenPlace = Pick<ReturnType<typeof useIssueView>, 'store' | 'opened' | 'page' | 'article'>

/** The paper's correction of the open issue, if there is one. */
export const useCorrection = ({ store, opened, page, article }: OpenPlace) => {
  const saving = useSavingStore()
  const correction = computed(() => opened.value && saving.correctionOf(issueKeyOf(opened.value.issue)))
  // The corrected revision is opened when the reader moves on, not while they are reading.
  watch([() => page.value?.no, () => article.value?.id], () => {
    if (opened.value && correction.value && opened.value.issue.revision < correction.value.to) void store.refresh()
  })
  return {
    correction,
    take: store.refresh,
    dismiss: async (): Promise<void> => {
      if (opened.value) await saving.dismissCorrection(issueKeyOf(opened.value.issue))
    },
  }
}
