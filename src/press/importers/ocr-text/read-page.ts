import { findArticles } from './articles/found-articles'
import { joinCuts, reportCutEnds } from './joins/join-cuts'
import { orderColumns } from './joins/exchanged-columns'
import type { Ledger } from './ledger'
import { assemblePage } from './issue/assemble-page'
import type { ReadPage } from './issue/page'
import { takeMasthead } from './masthead/masthead'
import { readPassages } from './passages/read-passages'
import { renumber } from './pictures/renumber'
import { takePictures } from './pictures/take-pictures'
import { removeExactRepeats } from './repeats/exact-repeats'
import { removeImmediateRepeats } from './repeats/immediate-repeats'
import { removeNearRepeats } from './repeats/near-repeats'
import { removeRepeatedLines } from './repeats/repeated-lines'
import { removeRepeatedSentences } from './repeats/repeated-sentences'
import { arrangeTitles } from './titles/arrange-titles'
import { takeBanner } from './titles/banner'
import { placeTitles } from './titles/place-titles'

/**
 * Reads the raw text of a page as an editor would: what is the masthead, what stands there twice, where a sentence was
 * cut, which title belongs to which text. Undefined if there is no article. The order of the passes matters; README.md
 * says why.
 */
export const readPage = (raw: string, ledger: Ledger): ReadPage | undefined => {
  const { masthead, rest: printed } = takeMasthead(readPassages(raw), ledger)
  const lines = removeRepeatedLines(printed, ledger)
  const distinct = removeImmediateRepeats(removeExactRepeats(lines, ledger), ledger)

  const { pictures: found, rest: texts } = takePictures(distinct, ledger)
  const captions = found.flatMap(({ caption }) => (caption ? [caption.folded] : []))
  const unrepeated = removeNearRepeats(texts, captions, ledger)
  const { passages, pictures } = renumber(unrepeated, found)

  const whole = removeRepeatedSentences(joinCuts(orderColumns(passages, ledger), ledger), ledger)
  reportCutEnds(whole, ledger)

  const { banner, rest } = takeBanner(arrangeTitles(whole, ledger), ledger)
  const articles = placeTitles(findArticles(rest, ledger), ledger)
  if (articles.length + pictures.length === 0) return undefined
  return assemblePage({ masthead, ...(banner && { banner }), articles, pictures })
}
