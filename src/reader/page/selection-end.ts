/** A mouse that moved less than this between press and click, in pixels, has not selected anything by dragging. */
const clickReach = 4
/** One that moved as far as this was dragging, and did not click, even if nothing is selected, as between two lines. */
const dragReach = 16

const hasSelection = (): boolean => getSelection()?.isCollapsed === false

/** Tells a click that ends a selection, which opens nothing. It is told of each press. */
export const createSelectionEnd = () => {
  let pressed: { readonly x: number; readonly y: number; readonly hasSelected: boolean } | undefined
  /** A click that no mouse made, as of a confirmed tap, has no place and no count. */
  const movedBy = ({ clientX, clientY, detail }: MouseEvent): number =>
    pressed && detail > 0 ? Math.hypot(clientX - pressed.x, clientY - pressed.y) : 0
  return {
    press: ({ clientX: x, clientY: y }: MouseEvent): void => void (pressed = { x, y, hasSelected: hasSelection() }),
    /** With Shift, the click itself selects the text from where the last click was: that is no wish of the person's. */
    isEnd: (event: MouseEvent): boolean => {
      const moved = movedBy(event)
      if (moved >= dragReach) return true
      return hasSelection() && !(event.shiftKey && pressed && moved < clickReach && !pressed.hasSelected)
    },
  }
}
