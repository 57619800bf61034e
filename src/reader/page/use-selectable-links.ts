/** A mouse that moved as far as this between press and click has dragged, pixels. */
const dragReach = 4

/** Listeners for an element with links whose text can be selected: a click that ends a selection follows none. */
export const useSelectableLinks = () => {
  let pressed: { readonly x: number; readonly y: number } | undefined
  return {
    onMousedown: ({ clientX: x, clientY: y }: MouseEvent): void => void (pressed = { x, y }),
    onClickCapture: (event: MouseEvent): void => {
      if (!pressed || event.detail === 0) return
      const moved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y)
      if (moved < dragReach || getSelection()?.isCollapsed !== false) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
