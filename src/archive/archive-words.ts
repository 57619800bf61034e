import type { VariantsOf } from '@/text/alike'
import { hasTerm, parseQuery, type SearchTerm } from '@/text/search-query'
import { titleLinesOf, type ArchivedArticle } from './archived-article'

/** The words of a query: those that an article must have, and those that it must not. */
export interface ArchiveWords {
  readonly wanted: readonly SearchTerm[]
  readonly unwanted: readonly SearchTerm[]
}

const quoted = '"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|«[^»]*»|＂[^＂]*＂'
/** A phrase, which may contain a minus, or a word after a minus; a minus alone, or inside a word, is a character like others. */
const phraseOrUnwanted = new RegExp(`(^|\\s)(?:${quoted}|[-－−](${quoted}|[^\\s\\-－−]\\S*))(?=\\s|$)`, 'gu')

export const parseWords = (query: string, variantsOf: VariantsOf): ArchiveWords => {
  const unwanted: string[] = []
  const wanted = query.replace(phraseOrUnwanted, (whole: string, _: string, word: string | undefined) => {
    if (word === undefined) return whole
    unwanted.push(word)
    return ' '
  })
  return {
    wanted: parseQuery(wanted, variantsOf),
    unwanted: unwanted.flatMap((word) => parseQuery(word, variantsOf)),
  }
}

/** Whether the article has every word that is wanted, in its text or its titles, and none that is not. */
export const isMeant = (record: ArchivedArticle, { wanted, unwanted }: ArchiveWords): boolean => {
  const texts = [record.text, ...titleLinesOf(record)]
  const has = (term: SearchTerm): boolean => texts.some((text) => hasTerm(text, term))
  return wanted.every(has) && !unwanted.some(has)
}
