import { isUnderBanner, takeBanner } from './banner'
import { draftsOf } from './drafts'
import { removeExactTwins } from './exact-twins'
import { joinCuts, reportCutEnds } from './joins'
import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import { takeMasthead } from './masthead'
import { removeNearTwins } from './near-twins'
import type { ReadArticle, ReadPage } from './page'
import { passagesOf, type Passage } from './passages'
import { takePictures, type ReadPicture } from './pictures'
import { homesOfPictures, textOfDraft } from './place-pictures'
import { placeTitles, type TitledDraft } from './place-titles'
import { removeRepeatedSentences } from './repeated-sentences'
import { removeStutters } from './stutter'
import { charactersOf, type Strip } from './strip'

/** An article with less text than this is a brief. */
const shortestStandard = 100

const weightOf = (raw: string, { blocks }: TitledDraft, at: number): ReadArticle['weight'] => {
  if (at === 0) return 'lead'
  const letters = blocks.reduce((sum, { strip }) => sum + foldedOf(charactersOf(raw, strip)).length, 0)
  return letters < shortestStandard ? 'brief' : 'standard'
}

const articleOf = (raw: string, draft: TitledDraft, banner: Strip | undefined): Omit<ReadArticle, 'weight'> => {
  const { order: _order, ...rest } = draft
  return {
    ...rest,
    kind: 'news',
    isUnderBanner: banner !== undefined && isUnderBanner(raw, banner, textOfDraft(raw, draft)),
    pictures: [],
  }
}

const pictureArticle = (raw: string, picture: ReadPicture, banner: Strip | undefined): ReadArticle => ({
  kind: 'picture',
  weight: 'standard',
  isUnderBanner:
    banner !== undefined &&
    picture.caption !== undefined &&
    isUnderBanner(raw, banner, charactersOf(raw, picture.caption)),
  title: { deck: [], doubts: [] },
  signatures: [],
  blocks: [],
  pictures: [picture],
})

/** Passages between which a repeat stood are neighbours; those between which a picture stands are not. */
const renumbered = (
  pictures: readonly ReadPicture[],
  passages: readonly Passage[],
): { readonly pictures: readonly ReadPicture[]; readonly passages: readonly Passage[] } => {
  const orders = [...new Set([...pictures, ...passages].map(({ order }) => order))].sort((one, other) => one - other)
  const renumber = <One extends { readonly order: number }>(one: One): One => ({
    ...one,
    order: orders.indexOf(one.order),
  })
  return { pictures: pictures.map(renumber), passages: passages.map(renumber) }
}

/**
 * The raw text of a page, read as an editor reads it: what is the masthead, what stands there twice, where a sentence was
 * cut, which title belongs to which text. Undefined where there is no article.
 */
export const readPage = (raw: string, ledger: Ledger): ReadPage | undefined => {
  const { masthead, rest: printed } = takeMasthead(raw, passagesOf(raw), ledger)
  const once = removeStutters(raw, removeExactTwins(raw, printed, ledger), ledger)
  const found = takePictures(raw, once, ledger)
  const captions = found.pictures.flatMap(({ caption }) => (caption ? [foldedOf(charactersOf(raw, caption))] : []))
  const { pictures, passages } = renumbered(found.pictures, removeNearTwins(found.rest, captions, ledger))
  const whole = joinCuts(raw, passages, ledger)
  const unrepeated = removeRepeatedSentences(raw, whole, ledger)
  reportCutEnds(raw, unrepeated, ledger)
  const { banner, rest } = takeBanner(raw, unrepeated, ledger)
  const drafts = placeTitles(raw, draftsOf(rest, ledger), ledger)
  if (drafts.length + pictures.length === 0) return undefined
  const homes = homesOfPictures(raw, pictures, drafts)
  return {
    masthead,
    ...(banner && { banner }),
    articles: [
      ...drafts.map((draft, at) => ({
        ...articleOf(raw, draft, banner),
        weight: weightOf(raw, draft, at),
        pictures: pictures.filter((picture) => homes.get(picture) === draft),
      })),
      ...pictures.filter((picture) => !homes.has(picture)).map((picture) => pictureArticle(raw, picture, banner)),
    ],
  }
}
