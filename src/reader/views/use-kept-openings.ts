import { computed, onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { whenIdle } from '../ui/when-idle'

/** Openings are named by their leading page. */
export interface KeptOpenings {
  /** The openings in the document. */
  readonly kept: Readonly<Ref<readonly number[]>>
  /** Puts an opening into the document now. */
  readonly keep: (lead: number) => void
  /** Leaves only one, as when the pages are laid out differently. */
  readonly keepOnly: (lead: number) => void
}

/** Who opens an issue reads or scrolls first: the phone is left to that before it prepares the pages next to it. */
const firstPauseMs = 1500
/** What follows a turn at once, as the next swipe, comes first, too. */
const pauseMs = 400

/**
 * Which openings are in the document: the one on show, and its neighbours, which are laid out and painted in idle time so that they
 * are there when the page turns.
 * @param isReady whether everything of an opening has been loaded
 */
export const useKeptOpenings = (
  current: Readonly<Ref<number>>,
  neighboursOf: (lead: number) => readonly number[],
  isReady: (lead: number) => boolean,
): KeptOpenings => {
  const kept = shallowRef<readonly number[]>([current.value])
  const keep = (lead: number): void => {
    if (!kept.value.includes(lead)) kept.value = [...kept.value, lead]
  }
  const wanted = computed(() =>
    isReady(current.value)
      ? neighboursOf(current.value).find((lead) => !kept.value.includes(lead) && isReady(lead))
      : undefined,
  )
  const far = computed(() =>
    kept.value.filter((lead) => lead !== current.value && !neighboursOf(current.value).includes(lead)),
  )
  /** One at a time, so that no task is long. */
  const change = (): void => {
    const staying = kept.value.filter((lead) => !far.value.includes(lead))
    kept.value = wanted.value === undefined ? staying : [...staying, wanted.value]
  }
  let pause = firstPauseMs
  let stopWaiting = (): void => {}
  watch(
    [wanted, far],
    () => {
      stopWaiting()
      if (wanted.value === undefined && far.value.length === 0) return
      stopWaiting = whenIdle(() => {
        pause = 0
        change()
      }, pause)
    },
    { immediate: true },
  )
  watch(current, () => (pause = pauseMs), { flush: 'sync' })
  onBeforeUnmount(() => stopWaiting())
  return { kept, keep, keepOnly: (lead) => (kept.value = [lead]) }
}
