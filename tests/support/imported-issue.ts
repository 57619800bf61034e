import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mergeArticle } from '@/bundle/merge-article'
import { partsOf } from '@/bundle/jumps'
import type { PagePart } from '@/bundle/page-part'
import { build } from '@/press/commands/build'
import { check } from '@/press/commands/check'
import { importPrinted } from '@/press/commands/import-printed'
import type { Outcome } from '@/press/commands/outcome'
import { openBundleFolder, type BundleFolder } from '@/press/io/bundle-folder'
import { bare, type TrueArticle } from './founder-site'
import { quietContext } from './quiet-context'

export const writeFiles = (folder: string, files: ReadonlyMap<string, Buffer | string>): void => {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

export interface ImportedIssue {
  readonly imported: Outcome
  readonly built: Outcome
  /** The folder of the manuscript. */
  readonly manuscript: string
  readonly bundle: BundleFolder
  /** The folder of the bundle. */
  readonly folder: string
}

/** What a person would do between importing and building. */
export interface ImportHelp {
  /** The languages in which text is recognised. */
  readonly ocr?: string
  /** The day of the issue, if none was read. */
  readonly date?: string
}

/** Imports a source, builds what comes of it, and checks the bundle. */
export const importAndBuild = async (path: string, folder: string, help: ImportHelp = {}): Promise<ImportedIssue> => {
  const manuscript = join(folder, 'manuscript')
  const out = join(folder, 'site')
  const imported = await importPrinted({ path, out: manuscript, ocr: help.ocr }, quietContext())
  if (imported.exitCode !== 0) throw new Error(imported.findings.map(({ why }) => why).join('; '))
  const issueFile = join(manuscript, 'issue.yaml')
  const told = readFileSync(issueFile, 'utf8')
  if (help.date !== undefined && !/^date:/mu.test(told)) writeFileSync(issueFile, `date: ${help.date}\n${told}`)
  const built = await build({ folder: manuscript, out }, quietContext())
  const fatal = built.findings.filter(({ severity }) => severity === 'fatal')
  if (built.exitCode !== 0) throw new Error(fatal.map(({ why, place }) => `${place.file}: ${why}`).join('; '))
  const record: { issue?: string } = Object(built.record)
  const bundleFolder = join(out, 'data', record.issue ?? '')
  const checked = await check(bundleFolder, quietContext())
  if (checked.exitCode !== 0) throw new Error(checked.findings.map(({ why }) => why).join('; '))
  return { imported, built, manuscript, bundle: await openBundleFolder(bundleFolder), folder: bundleFolder }
}

/** The articles of an issue, to compare with the truth. */
export const articlesOf = async ({ issue, readPage }: BundleFolder): Promise<TrueArticle[]> => {
  const parts = new Map<string, PagePart>()
  for (const page of issue.pages) parts.set(page.part, await readPage(page))
  return issue.articles.map(({ id, headline = '' }) => ({
    title: bare(headline),
    pages: [...new Set(partsOf(issue, id).map(({ page }) => page.no))],
    text: bare(
      mergeArticle(issue, id, (page) => parts.get(page.part))
        .blocks.flatMap(({ leaves }) => leaves)
        .join(''),
    ),
  }))
}
