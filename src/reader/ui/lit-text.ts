import { inject, shallowRef, type InjectionKey, type Ref } from 'vue'
import type { TextPlace } from '../location/locator'

/** What is lit in an article, wherever it is shown. */
export interface LitText {
  /** The current place, lit on the page. */
  readonly place?: TextPlace | undefined
  /**
   * Ranges that the article has to mark in its own text, in browsers that can't highlight without changing the
   * document.
   */
  readonly marks: readonly { readonly from: number; readonly to: number }[]
}

export const nothingLit: LitText = { marks: [] }

export const litTextKey: InjectionKey<Readonly<Ref<LitText>>> = Symbol('lit text')

/** What is lit; nothing if no provider lights anything, as on a printed page. */
export const useLitText = (): Readonly<Ref<LitText>> => inject(litTextKey, () => shallowRef(nothingLit), true)
