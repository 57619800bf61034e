import type { ManuscriptFiles, PictureFile } from '@/press/importers/manuscript/manuscript-files'
import { readManuscript, type ReadManuscript } from '@/press/importers/manuscript/read-manuscript'
import { Report } from '@/press/report'

/** A valid paper and issue; a test adds pages, or replaces a file. */
export const plainFiles = {
  'paper.yaml': `id: plain.example
name: 平常报
lang: zh-Hans
time_zone: Asia/Shanghai
accent: '#9c1c1c'
sheet: tabloid
columns: 5
`,
  'issue.yaml': `date: 2026-11-24
`,
}

export const filesOf = (
  texts: Readonly<Record<string, string>>,
  pictures: Readonly<Record<string, PictureFile>> = {},
): ManuscriptFiles => ({
  texts: new Map(Object.entries({ ...plainFiles, ...texts })),
  pictures: new Map(Object.entries(pictures)),
  paper: 'paper.yaml',
})

/** The file of an article: front matter, then the text. */
export const articleFile = (head: string, body: string): string => `---\n${head}\n---\n${body}\n`

export interface Reading {
  readonly manuscript: ReadManuscript | undefined
  readonly report: Report
  /** `code file:line` of every finding. */
  readonly codes: readonly string[]
}

export const readFiles = (files: ManuscriptFiles): Reading => {
  const report = new Report()
  const manuscript = readManuscript(files, report)
  const codes = report.findings.map(({ code, place }) => `${code} ${place.file}${place.line ? `:${place.line}` : ''}`)
  return { manuscript, report, codes }
}
