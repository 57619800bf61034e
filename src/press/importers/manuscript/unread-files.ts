import { posix } from 'node:path'
import type { Report } from '../../report'
import { issuesBelow, type ManuscriptFiles } from './manuscript-files'

/** What systems and word processors leave behind, by name. */
const litter = /^(?:~|Thumbs\.db$|desktop\.ini$)|~$/i
/** Files beside issue.yaml that may be anything but these: an editor would have expected them to be read. */
const contentEnding = /\.(?:docx?|wps|odt|rtf|pages|txt|pdf|heic|heif|gif|bmp|psd|ya?ml)$/i

const depthOf = (path: string): number => path.split('/').length
const isReadHere = (path: string, paper: string | undefined): boolean => {
  if (path === paper || path.startsWith('../')) return true
  if (depthOf(path) === 1) return path === 'issue.yaml' || path === 'ids.yaml' || /\.md$/i.test(path)
  return depthOf(path) === 2 && (/\.md$/i.test(path) || /^(?:page\.yaml|words\.txt)$/.test(posix.basename(path)))
}

/** The name that a file of settings was probably meant to have: `Page.yml` is page.yaml. */
const expectedName = (path: string): string => {
  const name = posix
    .basename(path)
    .toLowerCase()
    .replace(/\.yml$/, '.yaml')
  return ['paper.yaml', 'issue.yaml', 'page.yaml'].includes(name) ? name : ''
}

/** Reports files among the pages that nothing reads: a text in Word, a picture that browsers can't show, `page.yml`. */
export const reportUnreadFiles = (files: ManuscriptFiles, report: Report): void => {
  const { texts, others = [], paper } = files
  const issues = issuesBelow(files)
  /** What belongs to another issue of the paper, which is built by itself. */
  const isElsewhere = (file: string): boolean => issues.some((issue) => file.startsWith(`${issue}/`))
  for (const file of others.filter((one) => !isElsewhere(one))) {
    const name = posix.basename(file)
    const ending = posix.extname(name)
    const isExpected = depthOf(file) > 1 ? ending !== '' : contentEnding.test(name)
    if (isExpected && !litter.test(name)) report.add('unread-file', { file }, { ending })
  }
  for (const file of texts.keys())
    if (!isReadHere(file, paper) && !isElsewhere(file))
      report.add('misplaced-file', { file }, { name: expectedName(file) })
}
