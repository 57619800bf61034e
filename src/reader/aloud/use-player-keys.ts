import { onScopeDispose } from 'vue'

/** What keys do while the player is open. */
export interface PlayerKeys {
  /** Space, unless a control has the focus. */
  readonly toggle: () => void
  /** Escape closes the player before it closes the article. */
  readonly close: () => void
}

/** Handles keys before the view does, unless a control, a dialog or a modifier key claims them. */
export const usePlayerKeys = ({ toggle, close }: PlayerKeys): void => {
  const press = (event: KeyboardEvent): void => {
    const { target } = event
    if (event.altKey || event.metaKey || event.ctrlKey || event.defaultPrevented) return
    if (document.querySelector('dialog[open]')) return
    const isOnControl = target instanceof Element && target.closest('a, button, input, select, textarea, summary')
    const action = event.key === 'Escape' ? close : event.key === ' ' && !isOnControl ? toggle : undefined
    if (!action) return
    event.preventDefault()
    action()
  }
  window.addEventListener('keydown', press, { capture: true })
  onScopeDispose(() => window.removeEventListener('keydown', press, { capture: true }))
}
