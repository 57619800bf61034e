import * as v from 'valibot'
import { catalog, yearCatalog, type Catalog, type YearCatalog } from './catalog'
import { BundleError } from './fault'
import { catalogFile } from './file-names'
import { issue, type Issue } from './issue'
import { limits, withinLists } from './limits'
import { migrate } from './migrate'
import { pagePart, type PagePart } from './page-part'
import { paper, type Paper } from './paper'
import { verifyIssue } from './verify-issue'
import { verifyPagePart } from './verify-page-part'

type Schema<Output> = v.GenericSchema<unknown, Output>

const parsed = (bytes: Uint8Array, file: string): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new BundleError({ kind: 'not-json', file })
  }
}

/** Parses JSON that is within the limits of its file. [B16] */
export const parseJson = (bytes: Uint8Array, file: string, limitBytes: number): unknown => {
  if (bytes.byteLength > limitBytes) throw new BundleError({ kind: 'too-large', file, limitBytes })
  return withinLists(parsed(bytes, file), file)
}

/** @throws BundleError `wrong-shape` */
export const decodeShape = <Output>(schema: Schema<Output>, raw: unknown, file: string): Output => {
  const decoded = v.safeParse(schema, raw, { abortEarly: true })
  if (decoded.success) return decoded.output
  const path = v.getDotPath(decoded.issues[0]) ?? ''
  throw new BundleError({ kind: 'wrong-shape', file, path })
}

/** @throws BundleError */
export const decodeCatalog = (bytes: Uint8Array, file = catalogFile): Catalog =>
  decodeShape(catalog, migrate(parseJson(bytes, file, limits.catalogBytes), file), file)

/** @throws BundleError */
export const decodeYearCatalog = (bytes: Uint8Array, file: string): YearCatalog =>
  decodeShape(yearCatalog, migrate(parseJson(bytes, file, limits.catalogBytes), file), file)

/** @throws BundleError */
export const decodePaper = (bytes: Uint8Array, file = 'paper.json'): Paper =>
  decodeShape(paper, parseJson(bytes, file, limits.catalogBytes), file)

/**
 * Decodes issue.json and verifies that it is consistent in itself: ids, outlines, ranges, parts. [B3]–[B12]
 * @throws BundleError
 */
export const decodeIssue = (bytes: Uint8Array, file = 'issue.json'): Issue =>
  verifyIssue(decodeShape(issue, migrate(parseJson(bytes, file, limits.issueJsonBytes), file), file))

/**
 * Decodes a page's part and verifies that it agrees with issue.json: one piece per region, each as long as its range.
 * [B9]
 * @throws BundleError
 */
export const decodePagePart = (bytes: Uint8Array, file: string, of: Issue): PagePart =>
  verifyPagePart(decodeShape(pagePart, parseJson(bytes, file, limits.pagePartBytes), file), file, of)

/** What `encode` is given: decoded values and newly made ones alike. */
export type IssueJson = v.InferInput<typeof issue>
export type PagePartJson = v.InferInput<typeof pagePart>

/** UTF-8 JSON without white space, ending in a line feed: the same value gives the same bytes. */
export const encode = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value) + '\n')
