import { affinityAmong } from './affinity'
import { charactersOf } from './strip'
import type { ReadPicture } from './pictures'
import type { TitledDraft } from './place-titles'
import { stripsOfTitle } from './title-block'

/** A caption belongs to the article it stands in if it speaks of it, and of no other as much. */
const neededAffinity = 0.6
const neededLead = 0.2

export const textOfDraft = (raw: string, { title, blocks }: TitledDraft): string =>
  [...stripsOfTitle(title), ...blocks.map(({ strip }) => strip)].map((strip) => charactersOf(raw, strip)).join('\n')

/** The article to which each picture clearly belongs; a picture that is not listed stands for itself. */
export const homesOfPictures = (
  raw: string,
  pictures: readonly ReadPicture[],
  drafts: readonly TitledDraft[],
): ReadonlyMap<ReadPicture, TitledDraft> => {
  const affinity = affinityAmong(drafts.map((draft) => textOfDraft(raw, draft)))
  return new Map(
    pictures.flatMap((picture) => {
      const home = drafts.findLastIndex(({ order }) => order < picture.order)
      const draft = drafts[home]
      if (!draft || !picture.caption) return []
      const fits = affinity(charactersOf(raw, picture.caption))
      const other = Math.max(0, ...fits.filter((_, at) => at !== home))
      const isClear = (fits[home] ?? 0) >= neededAffinity && (fits[home] ?? 0) >= other + neededLead
      return isClear || drafts.length === 1 ? [[picture, draft] as const] : []
    }),
  )
}
