import type { Frame, Furniture, Ground, Plate, SetTitle } from '@/bundle/setting'

/** What is drawn on a page; the lists of the format's setting. [B13] */
export interface SettingParts {
  readonly frames: readonly Frame[]
  readonly titles: readonly SetTitle[]
  readonly plates: readonly Plate[]
  readonly furniture: readonly Furniture[]
  readonly grounds: readonly Ground[]
}

export const noParts: SettingParts = { frames: [], titles: [], plates: [], furniture: [], grounds: [] }

export const mergeParts = (all: readonly SettingParts[]): SettingParts => ({
  frames: all.flatMap(({ frames }) => frames),
  titles: all.flatMap(({ titles }) => titles),
  plates: all.flatMap(({ plates }) => plates),
  furniture: all.flatMap(({ furniture }) => furniture),
  grounds: all.flatMap(({ grounds }) => grounds),
})
