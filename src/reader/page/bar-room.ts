import { ref, type InjectionKey, type Ref } from 'vue'

/** What lies over the scrollers of the pages, in screen pixels from their edges; a page begins below it. */
export interface BarRoom {
  readonly screenTop: number
  readonly screenFoot: number
}

export const barRoomKey: InjectionKey<Readonly<Ref<BarRoom>>> = Symbol('bar room')

/** For a page under bars that take room of their own. */
export const noBars = (): Readonly<Ref<BarRoom>> => ref({ screenTop: 0, screenFoot: 0 })
