/** Ctrl+Enter, or ⌘+Enter, in any field of a form sends it, as its button does. */
export const submitByKey = (event: KeyboardEvent): void => {
  if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  if (event.currentTarget instanceof HTMLFormElement) event.currentTarget.requestSubmit()
}
