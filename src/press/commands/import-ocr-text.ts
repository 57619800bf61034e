import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { importOcrText } from '../importers/ocr-text/import-ocr-text'
import { findPaper } from '../io/manuscript-folder'
import { decodeText } from '../io/decode-text'
import { replaceFile } from '../io/write-file'
import { howMany } from '../how-many'
import { Report } from '../report'
import type { Outcome } from './outcome'

export interface ImportOptions {
  /** The raw text of a page. */
  readonly file: string
  /** The folder of the new manuscript. */
  readonly out: string
}

const refused = (report: Report): Outcome => ({
  exitCode: 1,
  findings: report.findings,
  lines: ['Nothing was written.'],
  record: { written: false },
})

/** A paper.yaml to begin with. Its name is left for a person to fill in: the text of a page seldom names its paper. */
const starterPaper = (issueYaml: string): string => {
  const { site }: { site?: unknown } = Object(parse(issueYaml))
  const host = typeof site === 'string' ? (site.split(/[^a-z0-9.-]/).at(-1) ?? '').replace(/^(?:www)?\.+/, '') : ''
  const domain = /^[a-z0-9-]+\.[a-z0-9.-]+$/.test(host) ? host : undefined
  return `id: ${domain ?? 'paper.example'}
name: 报名待填
lang: zh-Hans
time_zone: Asia/Shanghai
accent: '#9c1c1c'
sheet: broadsheet
`
}

/** Writes a manuscript from the raw text of a page. Never overwrites one: a person may have corrected it. */
export const importOcr = async ({ file, out }: ImportOptions): Promise<Outcome> => {
  const report = new Report()
  const present = await readdir(out).catch((): string[] => [])
  if (present.includes('issue.yaml')) {
    report.add('manuscript-in-the-way', { file: out }, {})
    return refused(report)
  }
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    report.add('unreadable-file', { file }, { reason: 'there is no such file' })
    return refused(report)
  }
  const { files, findings } = importOcrText(decodeText(bytes), basename(file))
  if (findings.some(({ severity }) => severity === 'fatal')) return { ...refused(report), findings }
  const hasPaper = (await findPaper(out)) !== undefined
  if (!hasPaper) {
    await replaceFile(join(out, 'paper.yaml'), starterPaper(files.get('issue.yaml') ?? ''))
    report.add('paper-to-name', { file: 'paper.yaml', line: 2 }, {})
  }
  for (const [path, text] of files) await replaceFile(join(out, path), text)
  return {
    exitCode: 0,
    findings: [...findings, ...report.findings],
    lines: [`${howMany(files.size, 'file')} written to ${out}. Correct them, then build.`],
    record: { written: true, files: [...files.keys()] },
  }
}
