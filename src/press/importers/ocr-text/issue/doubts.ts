import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import type { ReadArticle, ReadPage } from './page'
import { shortestSubheadTail, shortestTextHead } from './thresholds'
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

/** Reports what a person should check on the finished page: titles that read oddly, pictures that are missing. */
export const findDoubts = ({ articles }: ReadPage, ledger: Ledger): void => {
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
