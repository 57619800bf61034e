import type { Issue } from '@/bundle/issue'
import type { Place } from '../../finding'
import type { Report } from '../../report'
import type { AddressLine } from './address-list'
import { addressesOf, namesIn, type AddressPattern } from './address-pattern'
import { decodeOldAddress, faultOfPath, faultOfQuery, keyOf, type OldAddress } from './old-address'
import { findPlace, parsePlace, placesFor, type NewPlace, type WrittenPlace } from './site-places'

/** An old address and the place that it leads to. */
export interface Forward {
  readonly from: OldAddress
  readonly to: NewPlace
}

export interface OldAddressSources {
  /** The list's file as the person knows it, and its lines. */
  readonly list: { readonly file: string; readonly lines: readonly AddressLine[] }
  readonly patterns: readonly { readonly at: Place; readonly pattern: AddressPattern }[]
}

/** The site's issues, newest first; each is opened once. */
export interface SiteIssues {
  readonly ids: readonly string[]
  readonly open: (id: string) => Promise<Issue>
}

interface ListedAddress {
  readonly line: AddressLine
  readonly from: OldAddress
  readonly place: WrittenPlace
}

/** Lines of the list by the issue that they lead to. What can't be read is reported and left out. */
const byIssue = ({ file, lines }: OldAddressSources['list'], report: Report): Map<string, ListedAddress[]> => {
  const found = new Map<string, ListedAddress[]>()
  for (const line of lines) {
    const at = { file, line: line.line }
    const from = decodeOldAddress(line.old)
    const place = parsePlace(line.place)
    if ('reason' in from) report.add('bad-old-address', at, { address: line.old, reason: from.reason })
    else if (!place) report.add('unknown-place', at, { place: line.place, reason: 'it is not written as a place' })
    else {
      const ofIssue = found.get(place.issue)
      if (ofIssue) ofIssue.push({ line, from, place })
      else found.set(place.issue, [{ line, from, place }])
    }
  }
  return found
}

/** Editions of one date come after the issue without one, so that an address which does not name an edition leads to that. */
const inOrder = (ids: readonly string[]): readonly string[] =>
  [...ids].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))

/**
 * Where every old address leads. The list goes before the patterns, and an earlier line or pattern before a later one. A place that
 * is not there is reported, and its address is left out.
 */
export const forwardsOf = async (
  { list, patterns }: OldAddressSources,
  issues: SiteIssues,
  report: Report,
): Promise<ReadonlyMap<string, Forward>> => {
  const listed = byIssue(list, report)
  const fromList = new Map<string, Forward>()
  const fromPatterns = patterns.map(() => new Map<string, Forward>())
  const addListed = (issue: Issue, { line, from, place }: ListedAddress): void => {
    const at = { file: list.file, line: line.line }
    const to = findPlace(issue, place)
    const before = fromList.get(keyOf(from))
    if ('reason' in to) report.add('unknown-place', at, { place: line.place, reason: to.reason })
    else if (!before) fromList.set(keyOf(from), { from, to })
    else if (before.to.address !== to.address)
      report.add('old-address-twice', at, { address: line.old, place: before.to.address })
  }
  const addByPattern = (issue: Issue, index: number, { at, pattern }: OldAddressSources['patterns'][number]): void => {
    for (const { facts, place } of placesFor(pattern, issue))
      for (const from of addressesOf(pattern, facts)) {
        const reason = faultOfPath(from.path) ?? faultOfQuery(from.query ?? '')
        if (reason !== undefined) report.add('bad-old-address', at, { address: keyOf(from), reason })
        else if (!fromPatterns[index]?.has(keyOf(from))) fromPatterns[index]?.set(keyOf(from), { from, to: place })
      }
  }
  for (const id of inOrder(issues.ids)) {
    const ofIssue = listed.get(id) ?? []
    listed.delete(id)
    if (ofIssue.length === 0 && patterns.length === 0) continue
    const issue = await issues.open(id)
    for (const one of ofIssue) addListed(issue, one)
    for (const [index, pattern] of patterns.entries()) addByPattern(issue, index, pattern)
  }
  for (const [id, ofIssue] of listed)
    for (const { line } of ofIssue)
      report.add(
        'unknown-place',
        { file: list.file, line: line.line },
        {
          place: line.place,
          reason: `the site has no issue ${id}`,
        },
      )
  for (const [index, { at, pattern }] of patterns.entries())
    if (fromPatterns[index]?.size === 0 && !namesIn(pattern).has('any'))
      report.add('idle-old-pattern', at, { pattern: pattern.written })
  return new Map([...[...fromPatterns].reverse(), fromList].flatMap((forwards) => [...forwards]))
}
