import type { BundleFault } from '@/bundle/fault'
import { formatIssueKey } from '@/bundle/issue-key'

type FaultWords = { readonly [Kind in BundleFault['kind']]: (fault: Extract<BundleFault, { kind: Kind }>) => string }

/** Every fault of a bundle in words for a newsroom; a kind without words does not compile. */
const words: FaultWords = {
  'not-json': ({ file }) => `${file} is not whole JSON in UTF-8`,
  'wrong-shape': ({ file, path }) => `${file} has something else than the format allows at “${path}”`,
  'too-large': ({ file, limitBytes }) => `${file} is larger than the ${limitBytes} bytes that a reader takes`,
  'newer-format': ({ file, found }) => `${file} is of format ${found}, which this version does not know`,
  'missing-part': ({ file }) => `${file} is not there`,
  'wrong-digest': ({ file }) => `${file} is not what issue.json says it is`,
  'duplicate-id': ({ id }) => `the id “${id}” is given twice`,
  'unknown-id': ({ id, path }) => `“${id}” at ${path} is not in the issue`,
  'outline-outside-page': ({ article, page }) => `an outline of article ${article} lies outside page ${page}`,
  'part-claimed-twice': ({ page, articles }) => `articles ${articles.join(' and ')} claim one outline on page ${page}`,
  'range-overlap': ({ article, at }) => `parts of article ${article} overlap at ${at}`,
  'range-gap': ({ article, at }) => `article ${article} has a gap at ${at}`,
  'text-mismatch': ({ file, article }) => `the text of article ${article} in ${file} does not agree with issue.json`,
  'lines-mismatch': ({ file, article }) => `lines of article ${article} in ${file} stand on text that is not there`,
  'wrong-issue': ({ expected, found }) => `the issue is ${formatIssueKey(found)}, not ${formatIssueKey(expected)}`,
  'not-signed': ({ file }) => `the paper signs its issues, and ${file} is not there`,
  'wrong-signature': ({ file }) => `${file} is no signature of issue.json by a key of the paper`,
  'not-found': ({ file }) => `${file} is not there`,
  unreachable: ({ file }) => `${file} can't be reached`,
  'server-error': ({ file, status }) => `the server answers ${status} for ${file}`,
}

const wordsOf = <Kind extends BundleFault['kind']>(kind: Kind, fault: Extract<BundleFault, { kind: Kind }>): string =>
  words[kind](fault)

export const describeFault = (fault: BundleFault): string => wordsOf(fault.kind, fault)
