/**
 * The press gives a box the room that usual fonts need for what the setting face lacks. Where a device's font is wider, its
 * letters are drawn smaller, so that they stay in their box and off their neighbours; the box keeps its place.
 */
export const fitBoxes = (page: ParentNode): void => {
  const boxes = [...page.querySelectorAll<HTMLElement>('.boxed')]
  const wanted = boxes.flatMap((box) => {
    const isVertical = getComputedStyle(box).writingMode.startsWith('vertical')
    const [own, ink] = isVertical ? [box.clientHeight, box.scrollHeight] : [box.clientWidth, box.scrollWidth]
    return ink > own + 1 && own > 0 ? [{ box, own, ink, size: Number.parseFloat(getComputedStyle(box).fontSize) }] : []
  })
  // All are measured before any is changed, so that the page is laid out once.
  for (const { box, own, ink, size } of wanted) {
    const share = own / ink
    const after = Number.parseFloat(box.style.marginInlineEnd) || 0
    box.style.fontSize = `${share}em`
    box.style.inlineSize = `${own / (size * share)}em`
    if (after !== 0) box.style.marginInlineEnd = `${after / share}em`
  }
}
