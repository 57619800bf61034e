import { inject, shallowRef, type InjectionKey, type Ref } from 'vue'
import type { TextPlace } from '../location/locator'

/** What is lit in an article, wherever it is shown. */
export interface LitText {
  /** The place to look at, lit on the printed page. */
  readonly place?: TextPlace | undefined
  /** Stretches that the article marks in its text itself, where the browser can't light them without that. */
  readonly marks: readonly { readonly from: number; readonly to: number }[]
}

export const nothingLit: LitText = { marks: [] }

export const litTextKey: InjectionKey<Readonly<Ref<LitText>>> = Symbol('lit text')

/** What is lit; nothing where no one lights anything, as on a printed sheet. */
export const useLitText = (): Readonly<Ref<LitText>> => inject(litTextKey, () => shallowRef(nothingLit), true)
