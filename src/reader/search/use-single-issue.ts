import { computed, watch, type ComputedRef } from 'vue'
import { wordsFor } from '../i18n/fault-text'
import { useWords } from '../i18n/use-words'
import { zhHans } from '../i18n/zh-hans'
import { useIssueStore } from '../issue/issue-store'
import { openTexts } from './open-texts'

/** The one issue that a search is limited to, which is opened for it. */
export const useSingleIssue = (single: ComputedRef<string | undefined>) => {
  const general = useWords(zhHans)
  const issues = useIssueStore()
  watch(single, (id) => id && void issues.open(id), { immediate: true })

  /** What became of opening it; undefined if no single one is searched. */
  const phase = computed(() => {
    const { phase: now } = issues
    return single.value && 'id' in now && now.id === single.value ? now : undefined
  })
  /** Why it can't be had, in words. */
  const fault = computed(() => {
    const { value: now } = phase
    return now?.kind === 'failed' ? wordsFor(general.faults, now.fault.kind, now.fault) : undefined
  })
  const textsOfOpened = computed(() => issues.opened && openTexts(issues.opened))
  /** Its texts; undefined while they are not known. */
  const texts = computed(() => (phase.value?.kind === 'open' ? textsOfOpened.value : undefined))
  const retry = (): void => {
    if (single.value) void issues.open(single.value, { isRetry: true })
  }
  return { fault, texts, retry }
}
