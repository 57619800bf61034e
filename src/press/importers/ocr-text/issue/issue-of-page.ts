import type {
  ArticlePicture,
  MadePicture,
  PrintedArticle,
  PrintedBlock,
  PrintedIssue,
} from '../../printed/printed-issue'
import type { ReadMasthead } from '../masthead/masthead'
import type { Clipping } from '../passages/clipping'
import type { ReadPicture } from '../pictures/take-pictures'
import { greyPicture } from './grey-picture'
import type { ReadArticle, ReadPage } from './page'
import { printedText } from './printed-text'
import { longestName } from './thresholds'

const textOf = (clipping: Clipping | undefined): string | undefined =>
  clipping === undefined ? undefined : printedText(clipping)

/** The paper's domain, if the masthead prints the site. */
const domainOf = (site = ''): string | undefined => {
  const host = (site.split(/[^a-z0-9.-]/).at(-1) ?? '').replace(/^(?:www)?\.+/, '')
  return /^[a-z0-9-]+\.[a-z0-9.-]+$/.test(host) ? host : undefined
}

type IssueHead = Omit<PrintedIssue, 'pages' | 'articles'>

/** The text of a page seldom names its paper, and never its language. */
const headOf = ({ singles, channels, editors, notices }: ReadMasthead): IssueHead => {
  const [id, serialNo, issueNo] = [domainOf(singles.get('site')), singles.get('serial_no'), singles.get('issue_no')]
  const lunarDate = singles.get('lunar_date')
  const printed = ['weekday', 'address', 'hotline', 'email', 'fax', 'permit', 'site'] as const
  return {
    paper: { ...(id !== undefined && { id }), lang: 'zh-Hans', isLangAssumed: true },
    date: singles.get('date'),
    ...(lunarDate !== undefined && { lunarDate }),
    ...(serialNo !== undefined && { serialNo }),
    ...(issueNo !== undefined && { issueNo }),
    masthead: {
      ...Object.fromEntries(printed.flatMap((key) => (singles.has(key) ? [[key, singles.get(key)]] : []))),
      ...(channels.length > 0 && { channels }),
      ...(notices.length > 0 && { notice: notices.join(' ') }),
      ...(editors.size > 0 && { editors: Object.fromEntries(editors) }),
    },
  }
}

/** A grey one for each photograph, since character recognition keeps no image; numbered in the order of the articles. */
const placeholdersFor = (articles: readonly ReadArticle[]): ReadonlyMap<ReadPicture, MadePicture> => {
  const bytes = new TextEncoder().encode(greyPicture)
  const all = articles.flatMap(({ pictures }) => pictures)
  return new Map(all.map((picture, at) => [picture, { name: `picture-${at + 1}.svg`, bytes }]))
}

/** An article is named by how it begins: its number is another one as soon as a better text has an article more. */
const nameOf = ({ title, blocks, pictures: [picture] }: ReadArticle): string => {
  const lines = [title.headline, title.kicker, ...title.deck, blocks[0]?.clipping, picture?.caption, picture?.credit]
  return [...(lines.map(textOf).find((line) => line !== undefined && line !== '') ?? '')]
    .slice(0, longestName)
    .join('')
    .trim()
}

/** Two that begin alike are told apart by a number. */
const namesOf = (articles: readonly ReadArticle[]): readonly string[] => {
  const names = new Set<string>()
  for (const article of articles) {
    const own = nameOf(article)
    let no = 1
    while (names.has(no === 1 ? own : `${own} ${no}`)) no++
    names.add(no === 1 ? own : `${own} ${no}`)
  }
  return [...names]
}

const blocksOf = ({ blocks, dateline }: ReadArticle): PrintedBlock[] => {
  const first = blocks.findIndex(({ kind }) => kind === 'paragraph')
  return blocks.map(({ kind, clipping }, at) => {
    const text = printedText(clipping)
    return { kind, text: at === first && dateline ? `${dateline}\u3000${text}` : text, words: [] }
  })
}

const articleOf = (
  article: ReadArticle,
  sourceId: string,
  placeholders: ReadonlyMap<ReadPicture, MadePicture>,
): PrintedArticle => {
  const { kind, weight, title } = article
  const [kicker, headline] = [textOf(title.kicker), textOf(title.headline)]
  const byline = [article.byline, textOf(title.names)].filter((one) => one !== undefined).join(' ')
  const [printedJump, printedFrom] = [textOf(article.jump), textOf(article.from)]
  const pictures = article.pictures.flatMap((picture): ArticlePicture[] => {
    const file = placeholders.get(picture)
    const [caption, credit] = [textOf(picture.caption), textOf(picture.credit)?.replace(/^（|）$/gu, '')]
    return file ? [{ file, ...(caption && { caption }), ...(credit && { credit }) }] : []
  })
  return {
    sourceId,
    kind,
    ...(kicker && { kicker }),
    ...(headline && { headline }),
    ...(title.deck.length > 0 && { deck: title.deck.map(printedText) }),
    ...(byline && { byline }),
    // Which article leads is known once an editor has put them in order.
    weight: weight === 'lead' ? 'standard' : weight,
    isUnderBanner: article.isUnderBanner,
    ...(pictures.length > 0 && { pictures }),
    ...(printedJump && { printedJump }),
    ...(printedFrom && { printedFrom }),
    parts: [{ page: 0, outlines: [], blocks: blocksOf(article), titles: [] }],
  }
}

/** The page as an issue of its own, which our press sets. It is taken for the first of its issue: page one has the masthead. */
export const issueOfPage = ({ masthead, banner, articles }: ReadPage): PrintedIssue => {
  const [placeholders, names] = [placeholdersFor(articles), namesOf(articles)]
  const { label = '1', name } = masthead.page ?? {}
  return {
    ...headOf(masthead),
    pages: [
      {
        label,
        ...(name && { name }),
        width: 0,
        height: 0,
        isWithoutLayout: true,
        ...(banner && { banner: printedText(banner) }),
      },
    ],
    articles: articles.map((article, at) => articleOf(article, names[at] ?? '', placeholders)),
  }
}
