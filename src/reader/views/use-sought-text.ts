import { computed, provide, shallowRef, type Ref } from 'vue'
import type { Locator } from '../location/locator'
import { litTextKey, nothingLit, type LitText } from '../ui/lit-text'

/** What the address asks to find: an article's region or lines on the page, or the hits of a search in an article. */
export const useSoughtText = (locator: Readonly<Ref<Locator>>) => {
  /** The article whose region should be visible on the page. */
  const soughtRegion = computed(() => (locator.value.view === 'page' ? locator.value.part : undefined))
  const soughtHits = computed(() => (locator.value.view === 'article' ? locator.value.sought : undefined))
  /** What the bar of the hits has lit. */
  const litHits = shallowRef<LitText>(nothingLit)
  provide(
    litTextKey,
    computed(() => {
      if (locator.value.view === 'page') return { ...nothingLit, place: locator.value.place }
      return soughtHits.value ? litHits.value : nothingLit
    }),
  )
  return { soughtRegion, soughtHits, light: (lit: LitText) => void (litHits.value = lit) }
}
