import { inject, onScopeDispose, provide, shallowRef, watch, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { Box } from '@/bundle/geometry'
import type { ScrollSpot, Stage } from './viewport'

/** Everything that can be asked of a sheet. Toolbar, keys and column guide call it directly. */
export interface SheetControls {
  readonly isZoomed: () => boolean
  /** Where the sheet stands, and the size of what is around it. */
  readonly look: () => { readonly spot: ScrollSpot; readonly stage: Stage }
  /** Zooms about the middle of the screen. */
  readonly zoomBy: (factor: number) => void
  /** Fits the sheet to the width. */
  readonly zoomFit: () => void
  /** Scrolls by screen pixels. */
  readonly pan: (left: number, top: number) => void
  readonly glideTo: (spot: ScrollSpot) => void
  /**
   * Scrolls a box of the sheet into view at the current zoom.
   * @param box in fractions of the sheet
   * @param options `isNear` leaves the sheet where it is if part of the box is visible already
   */
  readonly show: (box: Box, options?: { readonly isNear?: boolean }) => void
}

const sheetOnShowKey: InjectionKey<ShallowRef<SheetControls | undefined>> = Symbol('sheet on show')

/** Gives everything below this component the controls of the sheet on show; undefined while there is none. */
export const provideSheetOnShow = (): Readonly<Ref<SheetControls | undefined>> => {
  const onShow = shallowRef<SheetControls>()
  provide(sheetOnShowKey, onShow)
  return onShow
}

/** The controls of the sheet on show. */
export const useSheetOnShow = (): ShallowRef<SheetControls | undefined> =>
  inject(sheetOnShowKey, () => shallowRef<SheetControls>(), true)

/** Registers a sheet as the one on show while it exists and `isOnShow` returns true. */
export const registerSheet = (controls: Readonly<Ref<SheetControls | undefined>>, isOnShow: () => boolean): void => {
  const onShow = useSheetOnShow()
  // When pages turn, either sheet may be first: the one that leaves must not unregister the other.
  const show = (now: SheetControls | undefined, before: SheetControls | undefined): void => {
    if (now || onShow.value === before) onShow.value = now
  }
  watch(() => (isOnShow() ? controls.value : undefined), show)
  onScopeDispose(() => show(undefined, controls.value))
}
