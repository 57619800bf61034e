import { readDevice, writeDevice } from '../ui/device-storage'

/**
 * Keeps the reader's scroll position when the app reloads itself: that of each scroller with `data-keep-place`, which
 * names it. The address is kept by the reload anyway.
 */
const key = 'banmian:place'
const attribute = 'data-keep-place'

type Places = Readonly<Record<string, readonly [left: number, top: number]>>

const scrollers = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)]

export const keepPlace = (): void => {
  const places: Places = Object.fromEntries(
    scrollers().map((element) => [element.getAttribute(attribute), [element.scrollLeft, element.scrollTop]]),
  )
  // Where that can't be stored, only the address is kept.
  writeDevice(key, JSON.stringify({ path: location.pathname, places }), 'sessionStorage')
}

const takeKept = (): unknown => {
  const text = readDevice(key, 'sessionStorage')
  writeDevice(key, undefined, 'sessionStorage')
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}

/** How long to wait for the text to reach its full height again. */
const patienceMs = 10_000

/** Scrolls back to what `keepPlace` stored, as soon as the text is there. Stops trying when the reader scrolls. */
export const restorePlace = (): void => {
  const kept = takeKept()
  if (typeof kept !== 'object' || kept === null || Reflect.get(kept, 'path') !== location.pathname) return
  const places: unknown = Reflect.get(kept, 'places')
  const stop = new AbortController()
  const attempt = (): void => {
    let isDone = true
    for (const element of scrollers()) {
      const place: unknown = Reflect.get(Object(places), element.getAttribute(attribute) ?? '')
      if (!Array.isArray(place)) continue
      element.scrollTo({ left: Number(place[0]), top: Number(place[1]), behavior: 'instant' })
      isDone &&= element.scrollTop >= Number(place[1]) - 1
    }
    if (isDone && scrollers().length > 0) stop.abort()
  }
  const watcher = new MutationObserver(attempt)
  stop.signal.addEventListener('abort', () => watcher.disconnect())
  watcher.observe(document.body, { childList: true, subtree: true })
  for (const hand of ['wheel', 'touchstart', 'keydown'] as const)
    addEventListener(hand, () => stop.abort(), { signal: stop.signal, passive: true })
  setTimeout(() => stop.abort(), patienceMs)
  attempt()
}
