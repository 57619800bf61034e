import { stringify } from 'yaml'
import { greyPicture } from './grey-picture'
import { escapeMarkdown } from './markdown'
import type { ReadMasthead } from './masthead'
import type { ReadArticle, ReadPage } from './page'
import type { ReadPicture } from './pictures'
import { printedText } from './printed'
import type { Strip } from './strip'

/** The page is the first of its issue: the input is the text of one page, and a masthead stands on page one. */
const folder = 'page-01'

type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined }

/** YAML with long lines left whole; what is undefined is left out. */
const yamlOf = (record: { readonly [key: string]: YamlValue | undefined }): string =>
  stringify(record, { lineWidth: 0, flowCollectionPadding: false })

const some = <Value>(all: readonly Value[]): readonly Value[] | undefined => (all.length > 0 ? all : undefined)

/** An issue needs a date; where none was printed the file says where to write it. */
const dateWanted = '# date: 2024-05-25   the day of the issue, which the text does not print\n'

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
  return singles.has('date') ? record : dateWanted + record
}

/** Every picture of the page with its file, in order of the articles. */
const fileNamesOf = (articles: readonly ReadArticle[]): ReadonlyMap<ReadPicture, string> =>
  new Map(
    articles.flatMap(({ pictures }) => pictures).map((picture, at) => [picture, `pictures/picture-${at + 1}.svg`]),
  )

const articleMarkdown = (raw: string, article: ReadArticle, fileNames: ReadonlyMap<ReadPicture, string>): string => {
  const { kind, weight, title, byline, dateline, blocks, pictures, jump, from } = article
  const text = (strip: Strip | undefined): string | undefined => strip && printedText(raw, strip)
  const deck = title.deck.map((line) => printedText(raw, line))
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
  const body = blocks.map(({ kind: blockKind, strip }, at) => {
    const printed = printedText(raw, strip)
    if (blockKind === 'subhead') return `## ${escapeMarkdown(printed)}`
    return escapeMarkdown(at === firstParagraph && dateline ? `${dateline}\u3000${printed}` : printed)
  })
  return `---\n${front}---\n${body.map((block) => `\n${block}\n`).join('')}`
}

/** 01-lead.md, 02-standard.md: numbered in the order of the page. */
const nameOf = ({ kind, weight }: ReadArticle, at: number): string =>
  `${String(at + 1).padStart(2, '0')}-${kind === 'news' ? weight : kind}.md`

/** The page as a manuscript folder: relative path → content. */
export const writeManuscript = (raw: string, { masthead, banner, articles }: ReadPage): ReadonlyMap<string, string> => {
  const fileNames = fileNamesOf(articles)
  const page = yamlOf({
    label: masthead.page?.label ?? '1',
    name: masthead.page?.name,
    banner: banner && printedText(raw, banner),
  })
  return new Map([
    ['issue.yaml', issueYaml(masthead)],
    [`${folder}/page.yaml`, page],
    ...articles.map(
      (article, at) => [`${folder}/${nameOf(article, at)}`, articleMarkdown(raw, article, fileNames)] as const,
    ),
    ...[...fileNames.values()].map((file) => [`${folder}/${file}`, greyPicture] as const),
  ])
}
