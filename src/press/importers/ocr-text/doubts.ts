import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import type { ReadArticle, ReadPage } from './page'
import { charactersOf, type Strip } from './strip'

/** A headline of two printed lines run together repeats this much of the text at its head, this much of a subhead at its end. */
const shortestHead = 12
const shortestTail = 5

/** “十家书屋获得授牌为流动“最后一公里””: its beginning is the text's, its end a subhead's, and the whole is neither. */
const isRunTogether = (raw: string, { title, blocks }: ReadArticle): boolean => {
  const headline = foldedOf(charactersOf(raw, title.headline ?? []))
  const textOf = (kind: string): string =>
    blocks
      .filter((block) => block.kind === kind)
      .map(({ strip }) => foldedOf(charactersOf(raw, strip)))
      .join('\n')
  const [paragraphs, subheads] = [textOf('paragraph'), textOf('subhead')]
  let head = 0
  while (head < headline.length && paragraphs.includes(headline.slice(0, head + 1))) head++
  const tail = headline.slice(head)
  return head >= shortestHead && tail.length >= shortestTail && subheads.includes(tail)
}

const note = (ledger: Ledger, strip: Strip | undefined, reason: string): void => {
  if (strip) ledger.note('ocr-doubtful', strip, { text: ledger.quote(strip), reason })
}

/** Reports what a person should look at in the finished page: titles that read oddly, pictures that are not there. */
export const findDoubts = (raw: string, { articles }: ReadPage, ledger: Ledger): void => {
  for (const article of articles) {
    const { title, pictures, blocks } = article
    const line = title.headline ?? title.kicker ?? title.deck[0] ?? blocks[0]?.strip
    for (const doubt of title.doubts) note(ledger, line, doubt)
    if (isRunTogether(raw, article)) note(ledger, title.headline, 'two printed lines seem to have run together')
    for (const { caption, credit } of pictures) {
      const words = caption ?? credit ?? []
      ledger.note('ocr-picture-missing', words, { caption: ledger.quote(words) })
    }
  }
}
