import { affinityAmong } from '../articles/affinity'
import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import { foldedOf } from '../passages/letters'
import type { ReadArticle, ReadPage } from './page'
import {
  brokenShare,
  elsewhereAffinity,
  fewestFragments,
  shortestSubheadTail,
  shortestText,
  shortestTextHead,
  strangerAffinity,
} from './thresholds'
import type { Reason } from '../../../findings/chinese/reasons'

/** “十家书屋获得授牌为流动“最后一公里””: the beginning stands in the text, the end in a subhead. */
const isRunTogether = ({ title, blocks }: ReadArticle): boolean => {
  const headline = title.headline?.folded ?? ''
  const foldedText = (kind: string): string =>
    blocks
      .filter((block) => block.kind === kind)
      .map(({ clipping }) => clipping.folded)
      .join('\n')
  const [paragraphs, subheads] = [foldedText('paragraph'), foldedText('subhead')]
  let head = 0
  while (head < headline.length && paragraphs.includes(headline.slice(0, head + 1))) head++
  const tail = headline.slice(head)
  return head >= shortestTextHead && tail.length >= shortestSubheadTail && subheads.includes(tail)
}

const noteDoubt = (ledger: Ledger, clipping: Clipping | undefined, reason: Reason): void => {
  if (clipping) ledger.note('ocr-doubtful', clipping, { text: ledger.quote(clipping), reason })
}

const textOf = ({ blocks }: ReadArticle): string => blocks.map(({ clipping }) => clipping.text).join('\n')

/** Reports headlines whose words another article has, and theirs has not. */
const findStrangers = (articles: readonly ReadArticle[], ledger: Ledger): void => {
  const affinity = affinityAmong(articles.map(textOf))
  for (const [at, { title }] of articles.entries()) {
    if (!title.headline) continue
    const affinities = affinity([title.kicker, title.headline].map((line) => line?.text ?? '').join('\n'))
    const other = Math.max(0, ...affinities.filter((_, index) => index !== at))
    if ((affinities[at] ?? 0) < strangerAffinity && other >= elsewhereAffinity)
      noteDoubt(ledger, title.headline, 'its words stand in another article')
  }
}

/** Reports articles that a build will miss the headline of, and a page of which hardly anything fits together. */
const findFragments = (articles: readonly ReadArticle[], ledger: Ledger): void => {
  const news = articles.filter(({ kind }) => kind === 'news')
  const untitled = news.filter(({ title }) => !title.headline)
  const short = news.filter((article) => foldedOf(textOf(article)).length < shortestText)
  const broken = new Set([...untitled, ...short]).size
  if (news.length >= fewestFragments && broken >= news.length * brokenShare)
    ledger.note('ocr-fragments', news[0]?.blocks[0]?.clipping ?? Clipping.empty, {
      count: String(news.length),
      short: String(short.length),
      untitled: String(untitled.length),
    })
  for (const { title, blocks } of untitled) {
    const beginning = title.kicker ?? title.deck[0] ?? blocks[0]?.clipping
    if (beginning) ledger.note('ocr-no-headline', beginning, { text: ledger.quote(beginning) })
  }
}

/** Reports what a person should check on the finished page: titles that read oddly or are missing, pictures that are. */
export const findDoubts = ({ articles }: ReadPage, ledger: Ledger): void => {
  findFragments(articles, ledger)
  findStrangers(articles, ledger)
  for (const article of articles) {
    const { title, pictures, blocks } = article
    const line = title.headline ?? title.kicker ?? title.deck[0] ?? blocks[0]?.clipping
    for (const doubt of title.doubts) noteDoubt(ledger, line, doubt)
    if (isRunTogether(article)) noteDoubt(ledger, title.headline, 'two printed lines seem to have run together')
    for (const { caption, credit } of pictures) {
      const words = caption ?? credit ?? Clipping.empty
      ledger.note('ocr-picture-missing', words, { caption: ledger.quote(words) })
    }
  }
}
