import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { importOcrText } from '../importers/ocr-text/import-ocr-text'
import { decodeText } from '../io/decode-text'
import { replaceFile } from '../io/write-file'
import { howMany } from '../how-many'
import { Report } from '../report'
import { isFreeForManuscript, paperFor } from './new-manuscript'
import { notWritten, type Outcome } from './outcome'

export interface ImportOptions {
  /** The raw text of a page. */
  readonly file: string
  /** The folder of the new manuscript. */
  readonly out: string
}

/** The paper's domain, if the masthead prints the site. */
const domainIn = (issueYaml: string): string | undefined => {
  const { site }: { site?: unknown } = Object(parse(issueYaml))
  const host = typeof site === 'string' ? (site.split(/[^a-z0-9.-]/).at(-1) ?? '').replace(/^(?:www)?\.+/, '') : ''
  return /^[a-z0-9-]+\.[a-z0-9.-]+$/.test(host) ? host : undefined
}

/** Writes a manuscript from the raw text of a page. Never overwrites one: a person may have corrected it. */
export const importOcr = async ({ file, out }: ImportOptions): Promise<Outcome> => {
  const report = new Report()
  if (!(await isFreeForManuscript(out, report))) return notWritten(report)
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    report.add('unreadable-file', { file }, { reason: 'there is no such file' })
    return notWritten(report)
  }
  const { files, findings } = importOcrText(decodeText(bytes), basename(file))
  if (findings.some(({ severity }) => severity === 'fatal')) return { ...notWritten(report), findings }
  // The text of a page seldom names its paper.
  await paperFor(out, { id: domainIn(files.get('issue.yaml') ?? ''), lang: 'zh-Hans' }, report)
  for (const [path, text] of files) await replaceFile(join(out, path), text)
  return {
    exitCode: 0,
    findings: [...findings, ...report.findings],
    lines: [`${howMany(files.size, 'file')} written to ${out}. Correct them, then build.`],
    record: { written: true, files: [...files.keys()] },
  }
}
