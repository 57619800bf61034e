import { posix } from 'node:path'
import { formatDate } from '@/text/dates'
import type { Report } from '../../report'
import { readBody, type ArticleBody, type BodyBlock } from './article-body'
import { findPicture } from './find-picture'
import type { ManuscriptFiles } from './manuscript-files'
import { articleRecord, type ArticleRecord } from './records'
import { readRecord, type YamlRecord } from './yaml-record'

/** A Markdown file, read: front matter and body. Pictures are paths inside the manuscript. */
export interface ArticleFile {
  /** Path without `.md`, as in references and ids.yaml. */
  readonly source: string
  readonly file: string
  readonly page: number
  readonly record: YamlRecord<ArticleRecord>
  readonly body: ArticleBody
}

/** Keys begin, and no line ends them. */
const openFrontMatter = /^\uFEFF?---[ \t]*\n[a-z_]+[ \t]*[:：](?![^]*\n---[ \t]*(?:\n|$))/

const splitFrontMatter = (text: string): { head: string; body: string; bodyLine: number } => {
  const found = /^\uFEFF?---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text)
  if (!found || found.index > 0) return { head: '', body: text, bodyLine: 1 }
  return { head: found[1] ?? '', body: text.slice(found[0].length), bodyLine: found[0].split('\n').length }
}

/** Pictures in the front matter come at the beginning of the article. */
const headPictures = ({ value, lineOf }: YamlRecord<ArticleRecord>): BodyBlock[] =>
  (value.pictures ?? []).map(({ file, caption = '', credit, alt }, index) => ({
    kind: 'picture' as const,
    use: { file, caption, ...(credit && { credit }), ...(alt && { alt }), line: lineOf('pictures', index, 'file') },
    leaves: [caption, ...(credit ? [credit] : [])],
  }))

const lengthOf = (blocks: readonly BodyBlock[]): number =>
  blocks.reduce((sum, { leaves }) => sum + leaves.reduce((length, leaf) => length + leaf.length + 1, 0), 0)

/** Finds the files of picture blocks, relative to the article; reports missing and unreadable ones. */
const withPictures = (
  blocks: readonly BodyBlock[],
  file: string,
  files: ManuscriptFiles,
  report: Report,
): BodyBlock[] =>
  blocks.map((block) => {
    if (block.kind !== 'picture') return block
    const { file: written, line } = block.use
    const picture = { folder: `${posix.dirname(file)}/`, written }
    return {
      ...block,
      use: { ...block.use, file: findPicture(files, picture, { file, line }, report)?.file ?? written },
    }
  })

/** A withdrawn article is its title and this notice: no text, picture or jump of it leaves the press. */
const withdrawnBody = ({ on, notice }: NonNullable<ArticleRecord['withdrawn']>): ArticleBody => ({
  blocks: [{ kind: 'note', leaves: [`${formatDate(on)}撤回。${notice}`] }],
  marks: [],
  cuts: [],
})
const withoutJumps = ({
  continues_on: _continuesOn,
  printed_jump: _printedJump,
  printed_from: _printedFrom,
  ...kept
}: ArticleRecord): ArticleRecord => kept

/** Reads an article; undefined if its front matter is not valid (which is reported). */
export const readArticleFile = (
  file: string,
  page: number,
  files: ManuscriptFiles,
  report: Report,
): ArticleFile | undefined => {
  const text = files.texts.get(file) ?? ''
  if (openFrontMatter.test(text)) {
    report.add('bad-yaml', { file, line: 1 }, { reason: 'below the keys, a line of three dashes is missing' })
    return undefined
  }
  const { head, body: markdown, bodyLine } = splitFrontMatter(text)
  const record = readRecord({ text: head, file, firstLine: 2 }, articleRecord, report)
  const body = readBody(markdown, file, bodyLine, report)
  if (!record) return undefined
  const article = { source: file.replace(/\.md$/i, ''), file, page }
  const { withdrawn } = record.value
  if (withdrawn)
    return {
      ...article,
      record: { ...record, value: withoutJumps(record.value) },
      body: withdrawnBody(withdrawn),
    }
  const pictures = headPictures(record)
  const shift = lengthOf(pictures)
  return {
    ...article,
    record,
    body: {
      blocks: withPictures([...pictures, ...body.blocks], file, files, report),
      marks: body.marks.map((mark) => ({ ...mark, from: mark.from + shift, to: mark.to + shift })),
      cuts: body.cuts.map((cut) => ({ ...cut, at: cut.at + shift })),
    },
  }
}
