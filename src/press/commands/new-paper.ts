import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { is } from 'valibot'
import { stringify } from 'yaml'
import { paperId } from '@/bundle/ids'
import { line } from '@/bundle/paper'
import { makeFolder } from '../io/make-folder'
import { projectFolder } from '../io/project-folder'
import { replaceFile } from '../io/write-file'
import { Report } from '../report'
import { notWritten, type Outcome } from './outcome'

export interface NewPaperOptions {
  /** The folder of the manuscript; it must not contain anything yet. */
  readonly folder: string
  /** The paper's name as readers see it. */
  readonly name?: string
  /** The paper's domain. */
  readonly id?: string
}

/** The manuscript that every new paper begins with: a page of four articles. */
const example = 'docs/example'

/** 2026-11-24 where the example's paper is printed. */
const dayOf = (moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(moment)

const withValue = (yaml: string, key: string, value: string): string =>
  yaml.replace(new RegExp(`^${key}: .*$`, 'm'), () => `${key}: ${stringify(value).trimEnd()}`)

const edit = async (path: string, values: Readonly<Record<string, string | undefined>>): Promise<void> => {
  let text = await readFile(path, 'utf8')
  for (const [key, value] of Object.entries(values)) if (value !== undefined) text = withValue(text, key, value)
  await replaceFile(path, text)
}

/** Makes the manuscript of a paper of one page that builds, for a person to put their own texts in. Never overwrites anything. */
export const newPaper = async ({ folder, name, id }: NewPaperOptions, now: Date): Promise<Outcome> => {
  const report = new Report()
  const present = await readdir(folder).catch((): string[] => [])
  if (present.some((entry) => !entry.startsWith('.'))) report.add('folder-in-the-way', { file: folder }, {})
  if (id !== undefined && !is(paperId, id)) {
    const reason = 'it is a domain: small letters, digits, dots and hyphens, such as news.example.com'
    report.add('bad-value', { file: 'paper.yaml' }, { key: 'id', reason })
  }
  if (name !== undefined && !is(line, name))
    report.add('bad-value', { file: 'paper.yaml' }, { key: 'name', reason: 'it has to be one line of text' })
  if (report.isFatal) return notWritten(report)
  await makeFolder(folder)
  await cp(join(projectFolder(), example), folder, { recursive: true, filter: (path) => !path.endsWith('ids.yaml') })
  await edit(join(folder, 'paper.yaml'), { name, id })
  await edit(join(folder, 'issue.yaml'), { date: dayOf(now) })
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [
      `a paper of one page is in ${folder}`,
      'Next: put the paper’s name and domain into paper.yaml, and your texts into page-01.',
      `Then: npm run press -- build ${folder} --out site`,
    ],
    record: { written: true, folder },
  }
}
