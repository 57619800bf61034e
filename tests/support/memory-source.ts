import type { OpenArchive } from '@/reader/search/archive-access'
import { decodeIssue, decodePagePart, encode } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { IssueHttp } from '@/library/issue-http'
import { digestOf, verifyPart } from '@/bundle/integrity'
import type { IssueToDraw } from '@/reader/issue/issue-source'
import type { SmallIssue } from './small-issue'

/** An issue in memory, opened as the press opens one to draw it. */
export const openedInMemory = ({ issue: json, files }: SmallIssue): IssueToDraw => {
  const issue = decodeIssue(encode(json))
  return {
    issue,
    origin: 'network',
    page: async (page) => decodePagePart(files.get(page.part) ?? new Uint8Array(), page.part, issue),
    addressOf: (name) => `/data/${issue.id}/${name}`,
  }
}

/** A paper's site in memory; with `isOnline` false it is unreachable. */
export interface MemorySite {
  readonly http: IssueHttp
  isOnline: boolean
  /** Names of the requested files, in order. */
  readonly asked: string[]
  /** The search of its archive, if it has one. */
  archive?: OpenArchive
}

export const siteInMemory = (issues: readonly SmallIssue[]): MemorySite => {
  const asked: string[] = []
  const find = (id: string): SmallIssue => {
    const found = issues.find(({ issue }) => issue.id === id)
    if (!found) throw new BundleError({ kind: 'not-found', file: 'issue.json' })
    return found
  }
  const site: MemorySite = {
    isOnline: true,
    asked,
    http: {
      catalog: async () => {
        reach('catalog.json')
        return {
          format: '1.0',
          paper: decodeIssue(encode(find(issues[0]?.issue.id ?? '').issue)).paper,
          years: [],
          issues: await Promise.all(
            issues.map(async ({ issue: json }) => {
              const issueJson = encode(json)
              const issue = decodeIssue(issueJson)
              const { id, date, revision, edition, publishedAt } = issue
              const { lunarDate } = issue.masthead
              return {
                id,
                date,
                revision,
                ...(edition && { edition }),
                ...(publishedAt && { publishedAt }),
                ...(lunarDate && { lunarDate }),
                sha256: await digestOf(issueJson),
                pages: issue.pages.length,
                bytes: 1,
              }
            }),
          ),
        }
      },
      yearCatalog: async (year) => {
        reach(`catalog-${year}.json`)
        const { format, issues: entries } = await site.http.catalog(new AbortController().signal)
        const ofYear = entries.filter(({ date }) => date.startsWith(String(year)))
        if (ofYear.length === 0) throw new BundleError({ kind: 'not-found', file: `catalog-${year}.json` })
        return { format, year, issues: ofYear }
      },
      issueJson: async (id) => {
        reach('issue.json')
        return encode(find(id).issue)
      },
      signature: async (id) => {
        reach('issue.sig')
        return find(id).signature
      },
      part: async (id, entry, signal) => {
        signal.throwIfAborted()
        reach(entry.name)
        const bytes = find(id).files.get(entry.name)
        if (!bytes) throw new BundleError({ kind: 'missing-part', file: entry.name })
        return verifyPart(entry, bytes)
      },
    },
  }
  const reach = (file: string): void => {
    if (!site.isOnline) throw new BundleError({ kind: 'unreachable', file })
    asked.push(file)
  }
  return site
}
