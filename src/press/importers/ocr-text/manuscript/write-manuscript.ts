import { stringify } from 'yaml'
import type { ReadMasthead } from '../masthead/masthead'
import type { Clipping } from '../passages/clipping'
import type { ReadPicture } from '../pictures/take-pictures'
import { greyPicture } from './grey-picture'
import { escapeMarkdown } from '../../escape-markdown'
import type { ReadArticle, ReadPage } from './page'
import { printedText } from './printed-text'

/** The page is taken for the first of its issue: the input is the text of one page, and page one has the masthead. */
const folder = 'page-01'

type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined }

/** Long lines stay whole; undefined values are left out. */
const yamlOf = (record: { readonly [key: string]: YamlValue | undefined }): string =>
  stringify(record, { lineWidth: 0, flowCollectionPadding: false })

const some = <Value>(all: readonly Value[]): readonly Value[] | undefined => (all.length > 0 ? all : undefined)

/** An issue needs a date. If none was printed, the file says where to write it. */
const dateHint = '# date: 2024-05-25   the day of the issue, which the text does not print\n'

const issueYaml = ({ singles, channels, editors, notices }: ReadMasthead): string => {
  const numberOf = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value))
  const record = yamlOf({
    date: singles.get('date'),
    weekday: singles.get('weekday'),
    lunar_date: singles.get('lunar_date'),
    serial_no: numberOf(singles.get('serial_no')),
    issue_no: numberOf(singles.get('issue_no')),
    channels: some(channels),
    address: singles.get('address'),
    hotline: singles.get('hotline'),
    email: singles.get('email'),
    fax: singles.get('fax'),
    permit: singles.get('permit'),
    site: singles.get('site'),
    notice: some(notices)?.join(' '),
    editors: editors.size > 0 ? Object.fromEntries(editors) : undefined,
  })
  return singles.has('date') ? record : dateHint + record
}

/** The file of each picture, numbered in the order of the articles. */
const fileNamesOf = (articles: readonly ReadArticle[]): ReadonlyMap<ReadPicture, string> =>
  new Map(
    articles.flatMap(({ pictures }) => pictures).map((picture, at) => [picture, `pictures/picture-${at + 1}.svg`]),
  )

const articleMarkdown = (article: ReadArticle, fileNames: ReadonlyMap<ReadPicture, string>): string => {
  const { kind, weight, title, byline, dateline, blocks, pictures, jump, from } = article
  const text = (clipping: Clipping | undefined): string | undefined => clipping && printedText(clipping)
  const deck = title.deck.map(printedText)
  const front = yamlOf({
    kicker: text(title.kicker),
    headline: text(title.headline),
    deck: deck.length > 1 ? deck : deck[0],
    byline: [byline, text(title.names)].filter((one) => one !== undefined).join(' ') || undefined,
    kind: kind === 'news' ? undefined : kind,
    weight,
    banner: article.isUnderBanner || undefined,
    pictures: some(
      pictures.map((picture) => ({
        file: fileNames.get(picture),
        caption: text(picture.caption),
        credit: text(picture.credit)?.replace(/^（|）$/gu, ''),
      })),
    ),
    printed_jump: text(jump),
    printed_from: text(from),
  })
  const firstParagraph = blocks.findIndex((block) => block.kind === 'paragraph')
  const body = blocks.map(({ kind: blockKind, clipping }, at) => {
    const printed = printedText(clipping)
    if (blockKind === 'subhead') return `## ${escapeMarkdown(printed)}`
    return escapeMarkdown(at === firstParagraph && dateline ? `${dateline}\u3000${printed}` : printed)
  })
  return `---\n${front}---\n${body.map((block) => `\n${block}\n`).join('')}`
}

/** 01-lead.md, 02-standard.md: numbered in the order of the page. */
const articleFileOf = ({ kind, weight }: ReadArticle, at: number): string =>
  `${String(at + 1).padStart(2, '0')}-${kind === 'news' ? weight : kind}.md`

/** The files of a manuscript folder: relative path → content. */
export const writeManuscript = ({ masthead, banner, articles }: ReadPage): ReadonlyMap<string, string> => {
  const fileNames = fileNamesOf(articles)
  const page = yamlOf({
    label: masthead.page?.label ?? '1',
    name: masthead.page?.name,
    banner: banner && printedText(banner),
  })
  return new Map([
    ['issue.yaml', issueYaml(masthead)],
    [`${folder}/page.yaml`, page],
    ...articles.map(
      (article, at) => [`${folder}/${articleFileOf(article, at)}`, articleMarkdown(article, fileNames)] as const,
    ),
    ...[...fileNames.values()].map((file) => [`${folder}/${file}`, greyPicture] as const),
  ])
}
