import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { isTakenOver, onTakenOver } from './taken-over'

/**
 * Whether a media query matches the screen. That of paper has another width, but what the screen shows is printed.
 * @param unknown the answer on a server, and while HTML that a server drew is taken over
 */
export const useMedia = (query: string, unknown = false): Readonly<Ref<boolean>> => {
  const canAsk = typeof matchMedia === 'function'
  const isMatching = ref(canAsk && !isTakenOver() ? matchMedia(query).matches : unknown)
  const ended = new AbortController()
  onTakenOver(() => {
    const list = matchMedia(query)
    isMatching.value = list.matches
    const follow = ({ matches }: MediaQueryListEvent): void => {
      if (!matchMedia('print').matches) isMatching.value = matches
    }
    list.addEventListener('change', follow, { signal: ended.signal })
  })
  onScopeDispose(() => ended.abort())
  return readonly(isMatching)
}
