import { cp, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { parseDocument, stringify } from 'yaml'
import { paperId } from '@/bundle/ids'
import { line } from '@/bundle/paper'
import { isDate } from '@/text/dates'
import { timeZone } from '../importers/manuscript/values'
import { findPaper } from '../io/manuscript-folder'
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

/** Today where the paper is printed: 2026-11-24. */
const dayOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment)

const withValue = (yaml: string, key: string, value: string): string =>
  yaml.replace(new RegExp(`^${key}: .*$`, 'm'), () => `${key}: ${stringify(value).trimEnd()}`)
const without = (yaml: string, key: string): string => yaml.replace(new RegExp(`^${key}: .*\n`, 'm'), '')

const edit = async (path: string, change: (yaml: string) => string): Promise<void> =>
  replaceFile(path, change(await readFile(path, 'utf8')))

const placed = v.object({ time_zone: timeZone })
const exampleZone = 'Asia/Shanghai'
/** The time zone of a paper; that of the example's if it has none that can be read, which a build reports. */
const zoneOf = async (paper: string): Promise<string> => {
  const { contents } = parseDocument(await readFile(paper, 'utf8'))
  const found = v.safeParse(placed, contents?.toJSON())
  return found.success ? found.output.time_zone : exampleZone
}

/** What is wrong with the name and the domain that are given. */
const checkNames = ({ name, id }: NewPaperOptions, report: Report): void => {
  if (id !== undefined && !v.is(paperId, id)) {
    const reason = 'it is a domain: small letters, digits, dots and hyphens, such as news.example.com'
    report.add('bad-value', { file: 'paper.yaml' }, { key: 'id', reason })
  }
  if (name !== undefined && !v.is(line, name))
    report.add('bad-value', { file: 'paper.yaml' }, { key: 'name', reason: 'it has to be one line of text' })
}

/**
 * Makes the manuscript of a paper of one page that builds, for a person to put their own texts in; below the paper.yaml of a paper, that of
 * another issue of it, on the day that the folder is called by, else today's. Never overwrites anything.
 */
export const newPaper = async (options: NewPaperOptions, now: Date): Promise<Outcome> => {
  const { folder, name, id } = options
  const report = new Report()
  const present = await readdir(folder).catch((): string[] => [])
  if (present.some((entry) => !entry.startsWith('.'))) report.add('folder-in-the-way', { file: folder }, {})
  checkNames(options, report)
  if (report.isFatal) return notWritten(report)
  // Whoever gives a name or a domain wants a paper of its own.
  const paper = name === undefined && id === undefined ? await findPaper(dirname(resolve(folder))) : undefined
  await makeFolder(folder)
  const isWanted = (path: string): boolean =>
    !path.endsWith('ids.yaml') && !(paper !== undefined && path.endsWith('paper.yaml'))
  await cp(join(projectFolder(), example), folder, { recursive: true, filter: isWanted })
  if (paper === undefined)
    await edit(join(folder, 'paper.yaml'), (yaml) =>
      Object.entries({ name, id }).reduce(
        (text, [key, value]) => (value === undefined ? text : withValue(text, key, value)),
        yaml,
      ),
    )
  const called = basename(resolve(folder))
  const date = isDate(called) ? called : dayOf(now, paper === undefined ? exampleZone : await zoneOf(paper))
  // Only the example is the first issue of its paper, and says so.
  await edit(join(folder, 'issue.yaml'), (yaml) =>
    withValue(paper === undefined ? yaml : without(without(yaml, 'serial_no'), 'notice'), 'date', date),
  )
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [
      ...(paper === undefined
        ? [
            `a paper of one page is in ${folder}`,
            'Next: put the paper’s name and domain into paper.yaml, and your texts into page-01.',
          ]
        : [
            `an issue of one page, of ${date}, is in ${folder}; its paper is that of ${paper}`,
            'Next: put your texts into page-01, and the date into issue.yaml if it is another.',
          ]),
      `Then: npm run press -- build ${folder} --out site`,
    ],
    record: { written: true, folder, date },
  }
}
