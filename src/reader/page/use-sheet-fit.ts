import { computed, type Ref } from 'vue'

/** What decides how large a sheet is drawn. */
export interface SheetFitting {
  /** Size at which it is laid out, CSS pixels. */
  readonly nominalWidth: number
  readonly nominalHeight: number
  /** Whether it fits the width, or whole; undefined as long as only the stylesheet knows. */
  readonly fitting: 'width' | 'whole' | undefined
}

/**
 * The size of a sheet in its scroller. Before the scroller is measured, the sheet fits by arithmetic of the stylesheet alone, so that it needs no
 * script: a tangent turns the ratio of two lengths into a number.
 * @param width and `height` of the scroller, 0 before they are known; what bars cover does not count
 */
export const useSheetFit = (
  props: SheetFitting,
  { width, height, zoom }: Readonly<Record<'width' | 'height' | 'zoom', Ref<number>>>,
) => {
  const isMeasured = computed(() => width.value > 0 && props.fitting !== undefined)
  const fit = computed(() => {
    const byWidth = (width.value || props.nominalWidth) / props.nominalWidth
    const isWhole = props.fitting === 'whole' && height.value > 0
    return isWhole ? Math.min(byWidth, height.value / props.nominalHeight) : byWidth
  })
  /** What a sheet that is narrower than the scroller leaves on either side. */
  const marginAt = (atZoom: number): number => Math.max(0, (width.value - props.nominalWidth * fit.value * atZoom) / 2)
  /** The scale that pictures are chosen for; undefined before the scroller is measured. It changes in steps, not with every zoom. */
  const pictureScale = computed(() =>
    isMeasured.value ? fit.value * 2 ** Math.ceil(Math.log2(zoom.value)) : undefined,
  )
  const sizes = computed(() => {
    const { nominalWidth, nominalHeight } = props
    if (!isMeasured.value)
      return {
        room: { inlineSize: 'var(--fitting)', blockSize: `calc(var(--fitting) * ${nominalHeight / nominalWidth})` },
        transform: `scale(tan(atan2(var(--fitting), ${nominalWidth}px)))`,
      }
    const scale = fit.value * zoom.value
    return {
      room: { inlineSize: `${nominalWidth * scale}px`, blockSize: `${nominalHeight * scale}px` },
      transform: `scale(${scale})`,
    }
  })
  return { isMeasured, fit, marginAt, pictureScale, sizes }
}
