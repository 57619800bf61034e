/** Attribute of what a served page shows in a later frame: the number of the step, from 1. */
export const stepAttribute = 'data-step'

/** Class of a document that shows its page in steps. Without a script no document has it, and all is shown at once. */
const showing = 'in-steps'

/**
 * Shows a page that a server drew a few articles a frame, while its HTML is still coming: to lay out all of a broadsheet at once keeps
 * a slow phone from answering for a quarter of a second. Everything has its place and size, so nothing moves.
 * @param whenShown called in the frame after the last, when all has been painted
 */
export const showInSteps = (whenShown: () => void): void => {
  const root = document.documentElement
  root.classList.add(showing)
  const step = (): void => {
    const number = document.querySelector(`[${stepAttribute}]`)?.getAttribute(stepAttribute)
    if (number === undefined && document.readyState !== 'loading') {
      root.classList.remove(showing)
      return whenShown()
    }
    for (const one of document.querySelectorAll(`[${stepAttribute}="${number}"]`)) one.removeAttribute(stepAttribute)
    requestAnimationFrame(step)
  }
  // The first frame has the first articles alone.
  requestAnimationFrame(() => requestAnimationFrame(step))
}
