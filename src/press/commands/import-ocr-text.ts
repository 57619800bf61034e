import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { importOcrText } from '../importers/ocr-text/import-ocr-text'
import { replaceFile } from '../io/write-file'
import { Report } from '../report'
import type { Outcome } from './outcome'

export interface ImportOptions {
  readonly file: string
  /** The manuscript's folder. */
  readonly out: string
}

const refused = (report: Report): Outcome => ({
  exitCode: 1,
  findings: report.findings,
  lines: ['Nothing was written.'],
  record: { written: false },
})

/** Raw machine-read text of a page becomes a manuscript. A manuscript that a person may have corrected is never overwritten. */
export const importOcr = async ({ file, out }: ImportOptions): Promise<Outcome> => {
  const report = new Report()
  const present = await readdir(out).catch((): string[] => [])
  if (present.includes('issue.yaml')) {
    report.add('manuscript-in-the-way', { file: out }, {})
    return refused(report)
  }
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    report.add('unreadable-file', { file }, { reason: 'it is not there' })
    return refused(report)
  }
  const { files, findings } = importOcrText(bytes.toString('utf8'), basename(file))
  if (findings.some(({ severity }) => severity === 'fatal')) return { ...refused(report), findings }
  for (const [path, text] of files) await replaceFile(join(out, path), text)
  return {
    exitCode: 0,
    findings,
    lines: [`${files.size} files written to ${out}: correct them, then build.`],
    record: { written: true, files: [...files.keys()] },
  }
}
