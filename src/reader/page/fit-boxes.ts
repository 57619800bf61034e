/** A box, and how its room and what is drawn in it compare. */
interface MeasuredBox {
  readonly box: HTMLElement
  readonly isVertical: boolean
  /** Of the box, in ems of the line around it. */
  readonly room: number
  /** Room over ink. */
  readonly share: number
}

/** Less than this is what browsers round. */
const leastDifference = 0.01
/** Type that is larger or wider than this would not look like that of its line. */
const mostLarger = 1.15
const mostWider = 1.3

const measure = (box: HTMLElement): MeasuredBox => {
  const { writingMode, fontSize } = getComputedStyle(box)
  const isVertical = writingMode.startsWith('vertical')
  const side = isVertical ? 'height' : 'width'
  const range = document.createRange()
  range.selectNodeContents(box)
  const share = box.getBoundingClientRect()[side] / range.getBoundingClientRect()[side]
  const room = (isVertical ? box.clientHeight : box.clientWidth) / Number.parseFloat(fontSize)
  return { box, isVertical, room, share }
}

/** Draws what is in a box in another size, and wider from its middle; the box keeps its room, and the row its height. */
const fit = ({ box: { style }, isVertical, room, share }: MeasuredBox): void => {
  const after = Number.parseFloat(style.marginInlineEnd) || 0
  const size = Math.min(share, mostLarger)
  const wider = Math.min(share / size, mostWider)
  // As wide as its type before it is widened, so that both end together.
  const side = (room - room / wider) / 2
  style.fontSize = `${size}em`
  style.lineHeight = `${1 / size}`
  style.inlineSize = `${room / wider / size}em`
  style.marginInline = `${side / size}em ${(side + after) / size}em`
  if (wider > 1) style.transform = isVertical ? `scaleY(${wider})` : `scaleX(${wider})`
}

/**
 * The press gives a box the room that usual fonts need for what the setting face lacks. Where a device's font is wider, its
 * letters are drawn smaller, so that they stay in their box and off their neighbours. Letters that a browser shapes together
 * take no letter-spacing, which the room of their box has: where they are narrower they are drawn larger, and if that is not
 * enough wider, so that no gap stands at their ends. The box keeps its place.
 */
export const fitBoxes = (page: ParentNode): void => {
  const boxes = [...page.querySelectorAll<HTMLElement>('.boxed')].map(measure)
  // All are measured before any is changed, so that the page is laid out once. Without ink or room there is no share.
  for (const one of boxes)
    if (
      one.share > 0 &&
      Number.isFinite(one.share) &&
      (one.share < 1 - leastDifference || (one.box.dir && one.share > 1 + leastDifference))
    )
      fit(one)
}
