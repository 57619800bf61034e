import { inject } from 'vue'
import { useRouter } from 'vue-router'
import { homeKey } from '../location/home'
import { routeOf } from '../location/route-of'

/**
 * The way out of a view that can be reached from everywhere: back to where the person was in the paper, else to the newest issue. Where
 * a link was followed before the app was there, the browser went by itself, and only the document says where it came from.
 */
export const useWayBack = (): (() => void) => {
  const router = useRouter()
  const home = inject(homeKey, '/')
  return () => {
    const cameFrom: unknown = router.options.history.state['back']
    const cameByLink = history.length > 1 && document.referrer.startsWith(new URL(home, location.href).href)
    if (typeof cameFrom === 'string' || cameByLink) router.back()
    else void router.push(routeOf({ view: 'newest' }))
  }
}
