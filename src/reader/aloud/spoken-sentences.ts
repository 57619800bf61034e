import { leavesOf } from '@/bundle/article-text'
import type { Article } from '@/bundle/issue'
import { titleOf } from '@/bundle/lookup'
import type { MergedArticle } from '@/bundle/merge-article'
import { sentencesOf } from '@/text/sentence'
import { spokenText } from '@/text/spoken'
import { utterancesOf } from './utterances'

/** Where a sentence stands: a line of the title block, or a range of the article's text, end exclusive. */
export type SentencePlace =
  | { readonly in: 'heading'; readonly line: string }
  | { readonly in: 'text'; readonly from: number; readonly to: number }

export interface SpokenSentence {
  readonly place: SentencePlace
  /** What is spoken, split so that each utterance is short enough for any engine; at least one. */
  readonly utterances: readonly string[]
}

const headingOf = (article: Article): { readonly line: string; readonly text: string }[] => {
  const title = titleOf(article)
  return [
    { line: 'kicker', text: article.kicker === title ? '' : (article.kicker ?? '') },
    { line: 'headline', text: title ?? '' },
    ...(article.deck ?? []).map((text, index) => ({ line: `deck-${index}`, text })),
    { line: 'byline', text: article.byline ?? '' },
  ]
}

/**
 * An article as it is read aloud: the title block, then the text sentence by sentence, across jumps. Leaves out picture
 * credits and sentences with nothing to speak.
 */
export const spokenSentencesOf = (article: Article, merged: MergedArticle, lang: string): readonly SpokenSentence[] => {
  const sentence = (place: SentencePlace, text: string): SpokenSentence[] => {
    const utterances = utterancesOf(spokenText(text, lang))
    return utterances.length > 0 ? [{ place, utterances }] : []
  }
  const heading = headingOf(article).flatMap(({ line, text }) => sentence({ in: 'heading', line }, text))
  const body = leavesOf(merged.blocks)
    .filter(({ block, leafIndex }) => block.kind !== 'picture' || leafIndex === 0)
    .flatMap(({ text, from: start }) => {
      let at = start
      return sentencesOf(text).flatMap((printed) => {
        const from = at + printed.length - printed.trimStart().length
        at += printed.length
        return sentence({ in: 'text', from, to: at - printed.length + printed.trimEnd().length }, printed)
      })
    })
  return [...heading, ...body]
}

/** The sentence at an offset of the text, or the next one after it; undefined behind the last. */
export const sentenceAt = (sentences: readonly SpokenSentence[], offset: number): number | undefined => {
  const index = sentences.findIndex(({ place }) => place.in === 'text' && offset < place.to)
  return index < 0 ? undefined : index
}

/** The sentence that stands for a line of the title block. */
export const sentenceOfLine = (sentences: readonly SpokenSentence[], line: string): number | undefined => {
  const index = sentences.findIndex(({ place }) => place.in === 'heading' && place.line === line)
  return index < 0 ? undefined : index
}
