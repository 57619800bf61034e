import { lateWords, lateWordsInTraditional } from '../i18n/late-words'
import { quietMs } from '../ui/patience'

const fill = (element: HTMLElement): HTMLElement => {
  const words = document.documentElement.dataset['script'] === 'traditional' ? lateWordsInTraditional : lateWords
  const text = document.createElement('p')
  text.setAttribute('role', 'status')
  text.textContent = words.late
  const again = Object.assign(document.createElement('a'), { href: location.href, textContent: words.retry })
  again.className = 'button'
  element.append(text, again)
  return element
}

/** On a page without content the app's scripts may be a long time coming: says so, until the app replaces it. */
export const sayIfLate = (): void => {
  const say = (): void => {
    const app = document.getElementById('app')
    if (!app || app.childElementCount > 0) return
    const view = fill(document.createElement('main'))
    view.className = 'list-view'
    app.append(view)
  }
  setTimeout(say, quietMs)
}

/**
 * On a page that a server drew, which can be read without the app: says what keeps a button that was pressed from doing anything.
 * @returns takes the words back
 */
export const sayOverPage = (): (() => void) => {
  const bar = document.createElement('aside')
  bar.style.cssText =
    'position: fixed; inset-inline: 12px; inset-block-end: 76px; padding: 0 16px 16px; background: var(--paper); border: 1px solid'
  const timer = setTimeout(() => document.body.append(fill(bar)), quietMs)
  return () => {
    clearTimeout(timer)
    bar.remove()
  }
}
