import { parse } from 'valibot'
import type { BundleFault } from '@/bundle/fault'
import { articleId, issueId, pageNo } from '@/bundle/ids'
import { issueKey } from '@/bundle/issue-key'
import type { SavingPhase } from '@/reader/saving/saving-store'

const article = parse(articleId, 'abc123')
const other = parse(articleId, 'def456')
const page = parse(pageNo, 1)
const expected = parse(issueKey, { paper: 'small.example', issue: '2026-11-24' })
const file = 'page-01.9f3c2a71.json'

/** A fault of every kind: a kind that is missing here does not compile. */
const faults: { readonly [Kind in BundleFault['kind']]: Extract<BundleFault, { kind: Kind }> } = {
  'not-json': { kind: 'not-json', file },
  'wrong-shape': { kind: 'wrong-shape', file, path: 'pages.0.no' },
  'too-large': { kind: 'too-large', file, limitBytes: 2_000_000 },
  'too-many': { kind: 'too-many', file, list: 'lines', limit: 20_000 },
  'newer-format': { kind: 'newer-format', file, found: '2.0' },
  'missing-part': { kind: 'missing-part', file },
  'wrong-digest': { kind: 'wrong-digest', file },
  'duplicate-id': { kind: 'duplicate-id', id: article },
  'unknown-id': { kind: 'unknown-id', id: article, path: 'pages.0' },
  'outline-outside-page': { kind: 'outline-outside-page', article, page },
  'part-claimed-twice': { kind: 'part-claimed-twice', page, articles: [article, other] },
  'range-overlap': { kind: 'range-overlap', article, at: 12 },
  'range-gap': { kind: 'range-gap', article, at: 12 },
  'text-mismatch': { kind: 'text-mismatch', file, article },
  'lines-mismatch': { kind: 'lines-mismatch', file, article },
  'wrong-issue': { kind: 'wrong-issue', expected, found: { ...expected, issue: parse(issueId, '2026-11-25') } },
  'not-signed': { kind: 'not-signed', file },
  'wrong-signature': { kind: 'wrong-signature', file },
  'older-revision': { kind: 'older-revision', file: 'issue.json', known: 3, found: 2 },
  'wrong-catalogue': { kind: 'wrong-catalogue', file: 'catalog.json', issue: '2026-11-24' },
  'not-found': { kind: 'not-found', file: 'issue.json' },
  'page-instead': { kind: 'page-instead', file: 'issue.json' },
  unreachable: { kind: 'unreachable', file },
  'server-error': { kind: 'server-error', file, status: 503 },
}
export const everyFault: readonly BundleFault[] = Object.values(faults)

const progress = { doneBytes: 2_400_000, totalBytes: 7_000_000 }

export const everySavingPhase: readonly { readonly name: string; readonly phase: SavingPhase }[] = [
  { name: 'asking', phase: { kind: 'asking', largeBytes: 12_000_000 } },
  { name: 'beginning', phase: { kind: 'saving', progress: { doneBytes: 0, totalBytes: 0 } } },
  { name: 'saving', phase: { kind: 'saving', progress } },
  { name: 'paused', phase: { kind: 'paused' } },
  { name: 'saved, with the offer', phase: { kind: 'saved', isOffered: true } },
  { name: 'failed, network', phase: { kind: 'failed', failure: { kind: 'fault', fault: faults.unreachable } } },
  { name: 'failed, no space', phase: { kind: 'failed', failure: { kind: 'storage', reason: 'full' } } },
  { name: 'failed, no storage', phase: { kind: 'failed', failure: { kind: 'storage', reason: 'refused' } } },
]
