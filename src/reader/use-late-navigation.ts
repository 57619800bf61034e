import { shallowRef, type Ref } from 'vue'
import { useRouter, type RouteLocationNormalized } from 'vue-router'

/**
 * Where the reader is going: a view whose code is on its way, or did not come. Undefined while the view of the address is shown. The
 * code can't be asked for twice, so trying again loads the page of that place.
 */
export const useLateNavigation = (): {
  readonly going: Readonly<Ref<RouteLocationNormalized | undefined>>
  readonly load: () => void
} => {
  const router = useRouter()
  const going = shallowRef<RouteLocationNormalized>()
  router.beforeEach((to) => void (going.value = to))
  router.afterEach(() => (going.value = undefined))
  return {
    going,
    load: () => {
      if (going.value) location.assign(router.resolve(going.value).href)
    },
  }
}
