import { inject, onScopeDispose, provide, shallowRef, watch, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { Box } from '@/bundle/geometry'
import type { PlaceOnPage } from '../location/locator'
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

/** What toolbar and keys ask of the page on show, as a sheet or as text. */
export interface PageControls extends Pick<SheetControls, 'isZoomed' | 'zoomBy' | 'zoomFit' | 'pan'> {
  /** What is read at the moment; undefined if that is the page as a whole. */
  readonly place: () => PlaceOnPage | undefined | Promise<PlaceOnPage | undefined>
}

const pageOnShowKey: InjectionKey<ShallowRef<PageControls | undefined>> = Symbol('page on show')

/** Gives everything below this component the controls of the page on show; undefined while there is none. */
export const providePageOnShow = (): Readonly<Ref<PageControls | undefined>> => {
  const onShow = shallowRef<PageControls>()
  provide(pageOnShowKey, onShow)
  return onShow
}

/** The controls of the page on show. */
export const usePageOnShow = (): ShallowRef<PageControls | undefined> =>
  inject(pageOnShowKey, () => shallowRef<PageControls>(), true)

/** Registers a page as the one on show while it exists and `isOnShow` returns true. */
export const registerPage = (controls: Readonly<Ref<PageControls | undefined>>, isOnShow: () => boolean): void => {
  const onShow = usePageOnShow()
  // When pages turn, either may be first: the one that leaves must not unregister the other.
  const show = (now: PageControls | undefined, before: PageControls | undefined): void => {
    if (now || onShow.value === before) onShow.value = now
  }
  watch(() => (isOnShow() ? controls.value : undefined), show, { immediate: true })
  onScopeDispose(() => show(undefined, controls.value))
}
