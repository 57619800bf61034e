import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { howMany } from '../how-many'
import { withSiteLock } from '../io/site-lock'
import { Report } from '../report'
import { writeSearchIndex } from '../site/search/write-index'
import { entriesOf, readSiteCatalogs } from '../site/site-catalogs'
import { notWritten, type CommandContext, type Outcome } from './outcome'

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

/** Makes the issues of a site searchable; a run that was interrupted leaves the index as it was. */
export const indexArchive = async (folder: string, context: CommandContext): Promise<Outcome> => {
  const report = new Report()
  if (!(await isFile(join(folder, 'paper.json')))) {
    report.add('no-site', { file: folder }, {})
    return notWritten(report)
  }
  const made = await withSiteLock(folder, context, async () => {
    const { articles, issues, read } = await writeSearchIndex(
      folder,
      entriesOf(await readSiteCatalogs(folder)),
      context,
    )
    const line = `${folder}: ${howMany(articles, 'article')} of ${howMany(issues, 'issue')} can be searched; ${howMany(read, 'issue')} read in this run`
    return {
      exitCode: 0 as const,
      findings: report.findings,
      lines: [line],
      record: { written: true, articles, issues, read },
    }
  })
  if (made) return made.done
  report.add('site-in-use', { file: folder }, {})
  return notWritten(report)
}
