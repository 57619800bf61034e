import { parse } from 'yaml'
import { importOcrText } from '@/press/importers/ocr-text/import-ocr-text'

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

/** A raw text's manuscript, read back from its files. */
export const manuscriptOf = (raw: string) => {
  const { files, findings } = importOcrText(raw, 'page.txt')
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
