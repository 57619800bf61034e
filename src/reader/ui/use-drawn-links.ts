import { useRouter } from 'vue-router'
import { isPlainClick } from './plain-click'

/** Follows links that stand in the document as they are, not as components: a click on one is a move of the router. */
export const useDrawnLinks = () => {
  const router = useRouter()
  const follow = (link: Element): void => {
    const href = link.getAttribute('href')
    if (href !== null) void router.push(href.slice(router.options.history.base.length))
  }
  return {
    follow,
    /** Follows the link that a plain click hit. @returns whether there was a link, followed or left to the browser */
    followClick: (event: MouseEvent): boolean => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link && isPlainClick(event)) {
        event.preventDefault()
        follow(link)
      }
      return link !== null
    },
  }
}
