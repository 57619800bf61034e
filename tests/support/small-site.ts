import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogEntry } from '@/bundle/catalog'
import { decodeIssue, encode, type IssueJson } from '@/bundle/codec'
import { digestOf } from '@/bundle/integrity'
import { smallIssue } from './small-issue'

/** Writes the small issue into a site as that of another day, changed by `edit`; returns its entry in the catalogue. */
export const writeSmallIssue = async (
  site: string,
  date: string,
  edit: (issue: IssueJson) => IssueJson = (issue) => issue,
): Promise<CatalogEntry> => {
  const { issue, files } = await smallIssue()
  const bytes = encode(edit({ ...issue, id: date, date }))
  const decoded = decodeIssue(bytes)
  const folder = join(site, 'data', decoded.id)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'issue.json'), bytes)
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  return {
    id: decoded.id,
    date: decoded.date,
    revision: decoded.revision,
    sha256: await digestOf(bytes),
    pages: decoded.pages.length,
    bytes: bytes.length,
  }
}

/** Takes an article back after publication. */
export const withdrawn =
  (id: string) =>
  (issue: IssueJson): IssueJson => ({
    ...issue,
    revision: 2,
    articles: issue.articles.map((article) =>
      article.id === id ? { ...article, withdrawn: { on: '2026-01-07', notice: '内容有误，予以撤回。' } } : article,
    ),
  })
