/** A box, and how its room and what is drawn in it compare. */
interface MeasuredBox {
  readonly box: HTMLElement
  readonly isVertical: boolean
  /** Of the box, in ems of the line around it. */
  readonly room: number
  /** Room over ink. */
  readonly share: number
  /** Letters that a browser shapes together: they take no letter-spacing, which the room of their box has. */
  readonly isRun: boolean
}

/** Less than this is what browsers round. */
const leastDifference = 0.01
/** Type that is larger or wider than this would not look like that of its line. */
const mostLarger = 1.15
const mostWider = 1.3

const measure = (box: HTMLElement): MeasuredBox | undefined => {
  const { writingMode, fontSize } = getComputedStyle(box)
  const isVertical = writingMode.startsWith('vertical')
  const range = document.createRange()
  range.selectNodeContents(box)
  const [own, drawn] = [box.getBoundingClientRect(), range.getBoundingClientRect()]
  const [length, room, ink] = isVertical
    ? [box.clientHeight, own.height, drawn.height]
    : [box.clientWidth, own.width, drawn.width]
  if (room === 0 || ink === 0) return undefined
  return {
    box,
    isVertical,
    room: length / Number.parseFloat(fontSize),
    share: room / ink,
    isRun: box.hasAttribute('dir'),
  }
}

/** Type of another size in a box that keeps its room, and the row its height. */
const resize = ({ box, room }: MeasuredBox, size: number): void => {
  const after = Number.parseFloat(box.style.marginInlineEnd) || 0
  box.style.fontSize = `${size}em`
  box.style.lineHeight = `${1 / size}`
  box.style.inlineSize = `${room / size}em`
  if (after !== 0) box.style.marginInlineEnd = `${after / size}em`
}

/** Draws what is in a box wider, from its middle. The box is as wide as its type before that, so that both end together. */
const widen = ({ box, isVertical, room }: MeasuredBox, size: number, wider: number): void => {
  const after = Number.parseFloat(box.style.marginInlineEnd) || 0
  const side = (room - room / wider) / size / 2
  box.style.inlineSize = `${room / wider / size}em`
  box.style.marginInline = `${side}em ${side + after}em`
  box.style.transform = isVertical ? `scaleY(${wider})` : `scaleX(${wider})`
}

/**
 * The press gives a box the room that usual fonts need for what the setting face lacks. Where a device's font is wider, its
 * letters are drawn smaller, so that they stay in their box and off their neighbours; a run that is narrower is drawn larger, and
 * if that is not enough wider, so that no gap stands at its ends. The box keeps its place.
 */
export const fitBoxes = (page: ParentNode): void => {
  const boxes = [...page.querySelectorAll<HTMLElement>('.boxed')]
  // All are measured before any is changed, so that the page is laid out once.
  for (const measured of boxes.flatMap((box) => measure(box) ?? [])) {
    const { share, isRun } = measured
    if (share > 1 - leastDifference && (!isRun || share < 1 + leastDifference)) continue
    const size = Math.min(share, mostLarger)
    resize(measured, size)
    if (share > size) widen(measured, size, Math.min(share / size, mostWider))
  }
}
