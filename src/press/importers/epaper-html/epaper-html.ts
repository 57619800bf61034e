import { posix } from 'node:path'
import { decodeText } from '../../io/decode-text'
import type { Report } from '../../report'
import { readRecord } from '../manuscript/yaml-record'
import type { PrintedIssue } from '../printed/printed-issue'
import type { PrintedSource, SourceFiles } from '../printed/printed-source'
import { isArticleName, isPageName, SavedFiles } from './addresses'
import { assembleIssue } from './assemble-issue'
import { readArticleFile } from './article-file'
import { readPageFile } from './page-file'
import { profileRecord, type EpaperProfile } from './profile'

const htmlEnding = /\.s?html?$/iu
const profileName = 'epaper.yaml'

const profileOf = async (files: SourceFiles, report: Report): Promise<EpaperProfile> => {
  const file = files.paths.find((path) => posix.basename(path) === profileName)
  const bytes = file === undefined ? undefined : await files.read(file)
  if (file === undefined || !bytes) return {}
  return readRecord({ text: decodeText(bytes), file }, profileRecord, report)?.value ?? {}
}

/** Whether a file without a telling name is a page, or an article. */
const kindOf = (path: string, text: string): 'page' | 'article' | undefined => {
  if (/<area\b/iu.test(text)) return 'page'
  if (isArticleName(path)) return 'article'
  if (isPageName(path)) return 'page'
  if (/<founder-content|<!--\s*enpcontent|id=["']?ozoom/iu.test(text)) return 'article'
  return undefined
}

const read = async (files: SourceFiles, report: Report): Promise<PrintedIssue | undefined> => {
  const profile = await profileOf(files, report)
  const pages = []
  const articles = []
  for (const path of files.paths.filter((one) => htmlEnding.test(one))) {
    const bytes = await files.read(path)
    if (!bytes) continue
    const text = decodeText(bytes)
    const kind = kindOf(path, text)
    if (kind === 'page') pages.push(readPageFile(path, text, profile))
    if (kind === 'article') articles.push(readArticleFile(path, text, profile))
  }
  return assembleIssue({ pages, articles, saved: new SavedFiles(files.paths), measure: files.measure }, report)
}

/** A saved copy of an e-paper site: page files with image maps, and a file for each article. */
export const epaperHtml: PrintedSource = {
  recognises: async ({ paths }) =>
    paths.some((path) => isPageName(path) || isArticleName(path) || posix.basename(path) === profileName),
  read,
}
