import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { PartName } from '@/bundle/ids'
import type { PartUrl, OpenIssue } from './issue-source'

/**
 * URL of a part of the issue for as long as the component lives; undefined until it is known, or if it can't be read.
 */
export const usePartUrl = (
  opened: () => OpenIssue,
  name: () => PartName | undefined,
): Readonly<Ref<string | undefined>> => {
  const url = shallowRef<string>()
  let current: PartUrl | undefined
  let round = 0
  const release = (): void => {
    current?.release()
    current = undefined
  }
  const take = (found: PartUrl | undefined): void => {
    current = found
    url.value = found?.url
  }
  const wait = async (promise: Promise<PartUrl>, own: number): Promise<void> => {
    const found = await promise.catch(() => undefined)
    if (own === round) take(found)
    else found?.release()
  }
  watch(
    [opened, name],
    ([issue, wanted]) => {
      const own = ++round
      release()
      const found = wanted === undefined ? undefined : issue.partUrl(wanted)
      if (found instanceof Promise) {
        url.value = undefined
        void wait(found, own)
      } else take(found)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    round++
    release()
  })
  return url
}
