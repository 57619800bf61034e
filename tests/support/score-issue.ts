import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrintedIssue } from '@/press/importers/printed/printed-issue'

/** What the scorer beside the real data prints with `--json`, as far as it is asked for. */
export interface Score {
  readonly f1: number
  readonly joinRecall: number
  readonly joinPrecision: number
  /** Absent where the truth has no text. */
  readonly placed: number | null
  readonly pagesWrong: number
}

/** Scores the folder of a bundle. */
export const scoreBundle = (folder: string, scorer: string, truth: string): Score =>
  JSON.parse(execFileSync(process.execPath, [scorer, folder, truth, '--json'], { encoding: 'utf8' })) as Score

/** Scores a printed issue before it is built: what the scorer reads of a bundle is written without pictures and setting. */
export const scoreIssue = (issue: PrintedIssue, folder: string, scorer: string, truth: string): Score => {
  mkdirSync(folder, { recursive: true })
  const pages = issue.pages.map((_, index) => {
    const no = index + 1
    const pieces: object[] = []
    const regions: object[] = []
    for (const { sourceId, parts } of issue.articles) {
      let from = 0
      for (const { page, blocks } of parts) {
        const leaves = blocks.map(({ text }) => text)
        const range = [from, from + leaves.join('\n').length + 1]
        from = range[1] ?? from
        if (page !== index) continue
        pieces.push({ article: sourceId, range, blocks: [{ leaves }] })
        regions.push({ article: sourceId, range })
      }
    }
    writeFileSync(join(folder, `page-${no}.json`), JSON.stringify({ pieces }))
    return { no, part: `page-${no}.json`, renditions: [{ regions }] }
  })
  const articles = issue.articles.map(({ sourceId: id, kind, rubric, kicker, headline, deck, byline }) => ({
    ...{ id, kind, rubric, kicker, headline, deck, byline },
  }))
  writeFileSync(join(folder, 'issue.json'), JSON.stringify({ pages, articles }))
  return scoreBundle(folder, scorer, truth)
}
