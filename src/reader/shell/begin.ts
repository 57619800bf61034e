import { sayIfLate, sayOverPage } from './say-late'
import { createScriptUrlPolicy } from './script-url'

/** A page that a server drew starts the app no later than this, however long its pictures take. */
const latestMs = 3000

/**
 * Calls back once: when the page with the pictures in view has loaded and been painted, at the reader's first touch or key, or after a
 * while.
 */
const whenWanted = (act: () => void): void => {
  const ended = new AbortController()
  const once = (): void => {
    if (ended.signal.aborted) return
    ended.abort()
    act()
  }
  for (const name of ['pointerdown', 'keydown']) addEventListener(name, once, { capture: true, signal: ended.signal })
  // The last picture has come, but it is painted in the next frame only.
  addEventListener('load', () => requestAnimationFrame(() => setTimeout(once)), { signal: ended.signal })
  setTimeout(once, latestMs)
}

/** The app says on the document that it has taken the page over. */
export const startedEvent = 'reader-started'

/**
 * Buttons, keys and the text of an article on a page do nothing before the app is there: what was pressed last until then is pressed
 * again. Links the browser follows by itself. The app takes the page over part by part: what has been may not answer either, as it
 * would do so twice.
 */
const keepPress = (): void => {
  let last: MouseEvent | KeyboardEvent | undefined
  let unsay: (() => void) | undefined
  const keep = (event: MouseEvent | KeyboardEvent): void => {
    const pressed = event.target instanceof Element ? event.target.closest('a, button, [data-tap]') : null
    if (!(event instanceof KeyboardEvent) && (!pressed || pressed.tagName === 'A')) return
    event.stopPropagation()
    last = event
    if (pressed) unsay ??= sayOverPage()
  }
  const press = (): void => {
    removeEventListener('click', keep, { capture: true })
    removeEventListener('keydown', keep, { capture: true })
    unsay?.()
    last?.target?.dispatchEvent(
      last instanceof KeyboardEvent ? new KeyboardEvent(last.type, last) : new MouseEvent(last.type, last),
    )
  }
  addEventListener('click', keep, { capture: true })
  addEventListener('keydown', keep, { capture: true })
  document.addEventListener(startedEvent, press, { once: true })
}

/** Fetches the data that the app will ask for first, while its scripts are on their way. */
const fetchAhead = (hrefs: string): void => {
  const how = { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' }
  for (const href of hrefs.split(' ').filter(Boolean))
    document.head.append(Object.assign(document.createElement('link'), how, { href }))
}

/**
 * Starts the app by its script, which has the same name in every release. A page that a server drew can be read without the app,
 * which therefore waits for the page: who only reads never waits for the app.
 * @param dataset of the script's element: `start` is the address of the app's script, `ahead` the addresses of the data that it
 * needs, parted by spaces; `drawn` is there if the page has content
 */
export const begin = ({ start = '', drawn, ahead = '' }: DOMStringMap): void => {
  const policy = createScriptUrlPolicy('banmian-start')
  /** A worker gives a page with content only of what is saved: its data is there too, and its text in the first frame. */
  const isKept = drawn !== undefined && Boolean(navigator.serviceWorker?.controller)
  document.documentElement.toggleAttribute('data-kept', isKept)
  const load = (): void => {
    if (!isKept) fetchAhead(ahead)
    const script = document.createElement('script')
    script.type = 'module'
    script.src = policy(start)
    document.head.append(script)
  }
  if (drawn === undefined) {
    sayIfLate()
    return load()
  }
  keepPress()
  whenWanted(load)
}
