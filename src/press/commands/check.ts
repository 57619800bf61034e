import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodePaper } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import { signatureFile } from '@/bundle/file-names'
import type { Issue, Page } from '@/bundle/issue'
import { unresolvedJumps } from '@/bundle/jumps'
import { mergeArticle } from '@/bundle/merge-article'
import type { PagePart } from '@/bundle/page-part'
import { decodePageWords } from '@/bundle/page-words'
import { verifySignature, type PaperSigning } from '@/bundle/signature'
import { describeFault } from '../fault-words'
import { openBundleFolder, type BundleFolder } from '../io/bundle-folder'
import { Report } from '../report'
import type { CommandContext, Outcome } from './outcome'

/** Runs one check and reports its fault, so that a bad part does not hide others. */
const guarded = async (report: Report, file: string, call: () => unknown): Promise<void> => {
  try {
    await call()
  } catch (error) {
    if (!(error instanceof BundleError)) throw error
    report.add('bad-bundle', { file }, { fault: describeFault(error.fault) })
  }
}

const checkParts = async ({ issue, readPart }: BundleFolder, report: Report, { progress, signal }: CommandContext) => {
  let done = 0
  for (const entry of issue.parts) {
    signal.throwIfAborted()
    await guarded(report, entry.name, () => readPart(entry))
    progress({ step: 'digests', done: ++done, total: issue.parts.length, label: entry.name })
  }
}

const checkWords = async ({ issue, readPart }: BundleFolder, report: Report) => {
  for (const page of issue.pages)
    for (const rendition of page.renditions) {
      const entry = rendition.kind === 'facsimile' && issue.parts.find(({ name }) => name === rendition.words)
      if (entry) await guarded(report, entry.name, async () => decodePageWords(await readPart(entry), entry.name, page))
    }
}

const checkArticles = async ({ issue, readPage }: BundleFolder, report: Report) => {
  const parts = new Map<Page, PagePart>()
  for (const page of issue.pages) await guarded(report, page.part, async () => parts.set(page, await readPage(page)))
  if (parts.size < issue.pages.length) return
  for (const { id } of issue.articles) {
    await guarded(report, 'issue.json', () => mergeArticle(issue, id, (page) => parts.get(page)))
    const { on, from } = unresolvedJumps(issue, id)
    for (const line of [on, from]) if (line) report.add('jump-unresolved', { file: 'issue.json' }, { line: line.text })
  }
}

/**
 * The keys to check against: those in paper.json, if the bundle is in the data/ folder of a site, otherwise the issue's
 * own.
 */
const signingOf = async (folder: string, issue: Issue): Promise<PaperSigning> => {
  const bytes = await readFile(join(folder, '../../paper.json')).catch(() => undefined)
  return bytes ? decodePaper(new Uint8Array(bytes)) : issue.paper
}

/** Verifies a bundle with the reader's own codec: shapes, limits, signature, digests, text, lines, jumps, outlines. */
export const check = async (folder: string, context: CommandContext): Promise<Outcome> => {
  const report = new Report()
  let name = folder
  await guarded(report, 'issue.json', async () => {
    const bundle = await openBundleFolder(folder)
    const { issue, unlisted } = bundle
    name = `${issue.paper.name} ${issue.id}, revision ${issue.revision}`
    await guarded(report, signatureFile, async () => verifySignature(await signingOf(folder, issue), bundle))
    await checkParts(bundle, report, context)
    await checkWords(bundle, report)
    await checkArticles(bundle, report)
    for (const file of unlisted) report.add('stranger-file', { file }, {})
  })
  const isSound = !report.isFatal
  return {
    exitCode: isSound ? 0 : 1,
    findings: report.findings,
    lines: [isSound ? `${name}: sound` : `${name}: not sound`],
    record: { sound: isSound },
  }
}
