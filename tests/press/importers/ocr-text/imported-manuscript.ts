import { parse } from 'yaml'
import { readOcrText } from '@/press/importers/ocr-text/read-ocr-text'
import { writePrintedManuscript } from '@/press/importers/printed/write-manuscript'
import { Report } from '@/press/report'

/** An article's file, as the person who corrects it sees it. */
export interface ArticleFile {
  readonly name: string
  readonly kicker?: string
  readonly headline?: string
  readonly deck?: string | readonly string[]
  readonly byline?: string
  readonly kind?: string
  readonly weight?: string
  readonly banner?: boolean
  readonly printed_jump?: string
  readonly printed_from?: string
  readonly pictures?: readonly { readonly file: string; readonly caption?: string; readonly credit?: string }[]
  readonly paragraphs: readonly string[]
  readonly subheads: readonly string[]
}

const articleOf = (name: string, content: string): ArticleFile => {
  const [, front = '', body = ''] = /^---\n([^]*?)---\n([^]*)$/u.exec(content) ?? []
  const blocks = body
    .split('\n\n')
    .map((block) => block.trim())
    .filter(Boolean)
  return {
    ...(parse(front) as Omit<ArticleFile, 'name' | 'paragraphs' | 'subheads'>),
    name,
    paragraphs: blocks.filter((block) => !block.startsWith('## ')),
    subheads: blocks.filter((block) => block.startsWith('## ')).map((block) => block.slice(3)),
  }
}

/** The files of a raw text's manuscript, all as texts; none if there is nothing to read. */
export const filesOf = (raw: string) => {
  const { issue, findings } = readOcrText(raw, 'page.txt')
  const { texts, copies } = issue ? writePrintedManuscript(issue, new Report()) : { texts: [], copies: [] }
  const pictures = [...copies].map(
    ([path, from]) => [path, typeof from === 'string' ? from : Buffer.from(from.bytes).toString()] as const,
  )
  return { files: new Map([...texts, ...pictures]), findings }
}

/** A raw text's manuscript, read back from its files. */
export const manuscriptOf = (raw: string) => {
  const { files, findings } = filesOf(raw)
  const yaml = (name: string) => parse(files.get(name) ?? '') as Record<string, unknown>
  return {
    files,
    findings,
    codes: findings.map(({ code }) => code),
    issue: yaml('issue.yaml'),
    page: yaml('page-01/page.yaml'),
    articles: [...files].filter(([name]) => name.endsWith('.md')).map(([name, content]) => articleOf(name, content)),
  }
}
