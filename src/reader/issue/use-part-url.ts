import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { PartName } from '@/bundle/ids'
import type { OpenIssue } from './issue-source'
import { createPartHolder, type PartHolder, type Refusal } from './part-holder'

/** A part as it is shown, or why it is not. */
export type PartPhase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'there'; readonly url: string }
  | { readonly kind: 'refused'; readonly why: Refusal }

const waiting: PartPhase = { kind: 'waiting' }

/** A part of the issue for as long as the component lives; while there is no name, nothing is asked for. */
export const usePart = (opened: () => OpenIssue, name: () => PartName | undefined): Readonly<Ref<PartPhase>> => {
  const phase = shallowRef<PartPhase>(waiting)
  let holder: PartHolder | undefined
  const hold = (issue: OpenIssue, wanted: PartName | undefined): void => {
    if (wanted === undefined) return
    const url = issue.addressOf?.(wanted)
    if (url !== undefined) phase.value = { kind: 'there', url }
    else holder?.hold(wanted)
  }
  watch(
    opened,
    (issue) => {
      holder?.release()
      phase.value = waiting
      holder = createPartHolder(issue, {
        show: (url) => (phase.value = { kind: 'there', url }),
        refuse: (why) => (phase.value = { kind: 'refused', why }),
      })
      hold(issue, name())
    },
    { immediate: true },
  )
  watch(name, (wanted) => hold(opened(), wanted))
  onScopeDispose(() => holder?.release())
  return phase
}

/** URL of a part; undefined until it is there, and if it can't be shown. */
export const usePartUrl = (
  opened: () => OpenIssue,
  name: () => PartName | undefined,
): Readonly<Ref<string | undefined>> => {
  const phase = usePart(opened, name)
  return computed(() => (phase.value.kind === 'there' ? phase.value.url : undefined))
}
