import type { Report } from '../../report'
import type { PrintedIssue } from '../printed/printed-issue'
import type { PrintedSource, SourceFiles } from '../printed/printed-source'
import { assemble } from './assemble'
import type { SourceIssue } from './source-issue'
import { readMets } from './mets/mets'
import { readMetsIssue } from './mets/mets-issue'
import { headOf, PackageReader } from './package-reader'
import { readDidl } from './profiles/didl'
import { readIArchives } from './profiles/iarchives'
import { anyMets, metsProfiles } from './profiles/mets-profiles'
import { readOlive } from './profiles/olive'
import { readPlainAlto } from './profiles/plain-alto'
import { readDate } from './read-date'
import { openTree } from './xml/report-xml'
import { rootName } from './xml/root-name'

/** Files that tell an issue, by the name of their root. `alto` tells a page; anything else is passed over. */
const issueRoots = ['mets', 'DIDL', 'Xmd_toc', 'unit'] as const
type IssueRoot = (typeof issueRoots)[number]
const isIssueRoot = (name: string): name is IssueRoot => issueRoots.some((root) => root === name)

interface Described {
  readonly path: string
  readonly root: IssueRoot
}

const isXml = (path: string): boolean => /\.xml(?:\.gz)?$/i.test(path)
const depthOf = (path: string): number => path.split('/').length
/** What describes an issue lies above what it describes. */
const outerFirst = (paths: readonly string[]): string[] =>
  [...paths].filter(isXml).sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1))

const rootOf = async (files: SourceFiles, path: string): Promise<string | undefined> => {
  const head = await headOf(files, path)
  return head && rootName(head)
}

const readDescribed = async ({ path, root }: Described, source: PackageReader): Promise<SourceIssue | undefined> => {
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

const hasPages = ({ pages }: SourceIssue): boolean => pages.some(({ isUnread }) => isUnread !== true)

interface Found {
  readonly issue: SourceIssue
  readonly path: string
}

/** The first description that leads to pages; what it leaves unread is said. */
const findIssue = async (
  described: readonly Described[],
  altos: readonly string[],
  source: PackageReader,
): Promise<Found | undefined> => {
  let best: Found | undefined
  for (const [index, one] of described.entries()) {
    const issue = await readDescribed(one, source)
    if (!issue) continue
    if (hasPages(issue)) {
      const others = described.slice(index + 1).filter(({ path }) => !source.wasOpened(path))
      const [other] = others
      if (other)
        source.report.add('import-several-issues', source.placeOf(one.path), {
          name: other.path,
          count: String(others.length),
        })
      return { issue, path: one.path }
    }
    if (issue.pages.length > 0) best ??= { issue, path: one.path }
  }
  const [alto] = altos
  if (alto === undefined) return best
  const issue = await readPlainAlto(source, altos)
  return hasPages(issue) ? { issue, path: alto } : best
}

/** What kind of package it is follows from the roots of its files. Never throws for what they contain. */
const read = async (files: SourceFiles, report: Report): Promise<PrintedIssue | undefined> => {
  const source = new PackageReader(files, report)
  const described: Described[] = []
  const altos: string[] = []
  for (const path of outerFirst(files.paths)) {
    const root = await rootOf(files, path)
    if (root === 'alto') altos.push(path)
    else if (root !== undefined && isIssueRoot(root)) described.push({ path, root })
  }
  const [first] = described
  if (!first && altos.length === 0) {
    report.add('import-not-a-package', { file: files.paths[0] ?? '.' }, {})
    return undefined
  }
  const found = await findIssue(described, altos, source)
  if (!found) {
    report.add('import-no-pages', source.placeOf(first?.path ?? altos[0] ?? '.'), {})
    return undefined
  }
  const issue = assemble(found.issue, source, found.path)
  return issue.date === undefined ? { ...issue, date: readDate(found.path) } : issue
}

/** Whether a file in the folder describes an issue, rather than one page of it. */
export const describesIssue = async (files: SourceFiles): Promise<boolean> => {
  for (const path of outerFirst(files.paths)) {
    const root = await rootOf(files, path)
    if (root !== undefined && isIssueRoot(root)) return true
  }
  return false
}

/** Packages of libraries: METS with ALTO in any of its profiles, and their relatives DIDL, Olive and iArchives. */
export const metsAlto: PrintedSource = {
  recognises: async (files) => {
    for (const path of outerFirst(files.paths)) {
      const root = await rootOf(files, path)
      if (root !== undefined && (root === 'alto' || isIssueRoot(root))) return true
    }
    return false
  },
  read,
}
