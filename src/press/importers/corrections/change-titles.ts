import type { PrintedArticle } from '../printed/printed-issue'
import {
  changed,
  failed,
  needless,
  type Change,
  type CorrectionAccount,
  type CorrectionPath,
} from './correction-account'
import { titleKeys, type TitleChange, type TitleKey } from './corrections-record'

type Titled = Pick<PrintedArticle, TitleKey | 'kind'>

/** What a change says of title and kind. */
export const titlesIn = ({ rubric, kicker, headline, deck, byline, kind }: TitleChange): Partial<Titled> => ({
  ...(rubric !== undefined && { rubric }),
  ...(kicker !== undefined && { kicker }),
  ...(headline !== undefined && { headline }),
  ...(deck !== undefined && { deck }),
  ...(byline !== undefined && { byline }),
  ...(kind !== undefined && { kind }),
})

const isSame = (one: Titled[keyof Titled], other: Titled[keyof Titled]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Some lines of an article's title block. */
export const titlesAmong = (
  { rubric, kicker, headline, deck, byline }: PrintedArticle,
  isKept: (key: TitleKey) => boolean,
): Partial<Titled> => ({
  ...(rubric !== undefined && isKept('rubric') && { rubric }),
  ...(kicker !== undefined && isKept('kicker') && { kicker }),
  ...(headline !== undefined && isKept('headline') && { headline }),
  ...(deck !== undefined && isKept('deck') && { deck }),
  ...(byline !== undefined && isKept('byline') && { byline }),
})

/** The article without some lines of its title block. */
export const withoutTitles = (article: PrintedArticle, gone: readonly TitleKey[]): PrintedArticle => {
  const { rubric: _rubric, kicker: _kicker, headline: _headline, deck: _deck, byline: _byline, ...rest } = article
  return { ...rest, ...titlesAmong(article, (key) => !gone.includes(key)) }
}

const removed = (article: PrintedArticle, key: TitleKey): Change<PrintedArticle> =>
  article[key] === undefined ? needless : changed(withoutTitles(article, [key]))

/** Sets the lines of the title block and the kind, and takes lines away. */
export const changeTitles = (
  article: PrintedArticle,
  change: TitleChange & { readonly without?: readonly TitleKey[] | undefined },
  path: CorrectionPath,
  account: CorrectionAccount,
): PrintedArticle => {
  let made = article
  for (const key of [...titleKeys, 'kind'] as const) {
    const { [key]: value } = titlesIn(change)
    if (value === undefined) continue
    made = account.take(
      [...path, key],
      isSame(made[key], value) ? needless : changed({ ...made, ...titlesIn({ [key]: change[key] }) }),
      made,
    )
  }
  for (const key of change.without ?? [])
    made = account.take(
      [...path, 'without'],
      change[key] === undefined ? removed(made, key) : failed('the same entry gives it this line'),
      made,
    )
  return made
}
