import type { Report } from '../../report'
import type { PrintedIssue } from '../printed/printed-issue'
import { assemble } from './assemble'
import type { FoundIssue } from './found-issue'
import { readMets } from './mets/mets'
import { readMetsIssue } from './mets/mets-issue'
import { PackageReader } from './package-reader'
import { readDidl } from './profiles/didl'
import { readIArchives } from './profiles/iarchives'
import { anyMets, metsProfiles } from './profiles/mets-profiles'
import { readOlive } from './profiles/olive'
import { readPlainAlto } from './profiles/plain-alto'
import { readDate } from './read-date'
import type { SourceFiles } from './source-files'
import { rootName } from './xml/root-name'
import { openTree } from './xml/report-xml'

/** Files that tell an issue, by the name of their root; `alto` tells a page, and anything else is passed over. */
const issueRoots = ['mets', 'DIDL', 'Xmd_toc', 'unit'] as const
type IssueRoot = (typeof issueRoots)[number]
const isIssueRoot = (name: string): name is IssueRoot => issueRoots.some((root) => root === name)

interface Described {
  readonly path: string
  readonly root: IssueRoot
}

const headBytes = 8192
const depthOf = (path: string): number => path.split('/').length

const read = async ({ path, root }: Described, source: PackageReader): Promise<FoundIssue | undefined> => {
  const tree = await openTree(source, path)
  if (!tree) return undefined
  if (root === 'DIDL') return readDidl(source, path, tree)
  if (root === 'Xmd_toc') return readOlive(source, path, tree)
  if (root === 'unit') return readIArchives(source, path, tree)
  const mets = readMets(tree, path, source)
  const profile = metsProfiles.find(({ matches }) => matches(mets))
  if (!profile) source.report.add('import-other-profile', source.placeOf(path), {})
  return readMetsIssue(mets, profile ?? anyMets, source)
}

const isRead = (found: FoundIssue): boolean => found.pages.some(({ isUnread }) => isUnread !== true)

/** The first description that leads to pages; what it leaves unread is said. */
const findIssue = async (
  described: readonly Described[],
  altos: readonly string[],
  source: PackageReader,
): Promise<FoundIssue | undefined> => {
  let best: FoundIssue | undefined
  for (const [index, one] of described.entries()) {
    const found = await read(one, source)
    if (found && isRead(found)) {
      const others = described.slice(index + 1).filter(({ path }) => !source.wasOpened(path))
      const [other] = others
      if (other)
        source.report.add('import-several-issues', source.placeOf(one.path), {
          name: other.path,
          count: String(others.length),
        })
      return found
    }
    if (found && found.pages.length > 0) best ??= found
  }
  if (altos.length === 0) return best
  const found = await readPlainAlto(source, altos)
  return isRead(found) ? found : (best ?? found)
}

/**
 * Reads a package of METS and ALTO, or of one of their relatives, whatever it is called: what kind it is follows from the roots of its
 * files. Never throws for what the files contain. Undefined if no page could be read; the report says why.
 */
export const readMetsAlto = async (
  folder: string,
  files: SourceFiles,
  report: Report,
): Promise<PrintedIssue | undefined> => {
  const source = new PackageReader(folder, files, report)
  const described: Described[] = []
  const altos: string[] = []
  for (const path of source.paths) {
    if (!/\.xml(?:\.gz)?$/i.test(path)) continue
    const head = await source.peek(path, headBytes)
    const root = head && rootName(head)
    if (root === undefined) continue
    if (root === 'alto') altos.push(path)
    else if (isIssueRoot(root)) described.push({ path, root })
  }
  described.sort((a, b) => depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : 1))
  if (described.length + altos.length === 0) {
    report.add('import-not-a-package', source.placeOf(''), {})
    return undefined
  }
  const found = await findIssue(described, altos, source)
  if (!found || found.pages.length === 0) {
    report.add('import-no-pages', source.placeOf(described[0]?.path ?? ''), {})
    return undefined
  }
  const issue = assemble(found, source)
  const date = issue.date ?? readDate(folder.replace(/\/+$/, '').replace(/^.*\//, ''))
  return { ...issue, date }
}
