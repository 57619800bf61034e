import type { BundleFault } from '@/bundle/fault'
import { formatIssueKey } from '@/bundle/issue-key'
import type { Reason } from './findings/chinese/reasons'

type FaultWords = { readonly [Kind in BundleFault['kind']]: (fault: Extract<BundleFault, { kind: Kind }>) => Reason }

/** Every fault of a bundle in words for a newsroom. A kind without words does not compile. */
const words: FaultWords = {
  'not-json': ({ file }) => `${file} is not valid JSON in UTF-8`,
  'wrong-shape': ({ file, path }) => `${file} does not match the format at “${path}”`,
  'too-large': ({ file, limitBytes }) => `${file} is larger than the ${limitBytes} bytes that readers accept`,
  'too-many': ({ file, list, limit }) => `${file} has more than ${limit} ${list}, the most that readers accept`,
  'newer-format': ({ file, found }) => `${file} has format ${found}, which this version does not know`,
  'missing-part': ({ file }) => `${file} is missing`,
  'wrong-digest': ({ file }) => `${file} is not what issue.json says it is`,
  'duplicate-id': ({ id }) => `the id “${id}” is used twice`,
  'unknown-id': ({ id, path }) => `“${id}” at ${path} is not in the issue`,
  'outline-outside-page': ({ article, page }) => `an outline of article ${article} lies outside page ${page}`,
  'part-claimed-twice': ({ page, articles }) =>
    `articles ${articles.join(' and ')} claim the same outline on page ${page}`,
  'range-overlap': ({ article, at }) => `parts of article ${article} overlap at offset ${at}`,
  'range-gap': ({ article, at }) => `article ${article} has a gap at offset ${at}`,
  'text-mismatch': ({ file, article }) => `the text of article ${article} in ${file} does not agree with issue.json`,
  'lines-mismatch': ({ file, article }) => `lines of article ${article} in ${file} refer to text that is not there`,
  'wrong-issue': ({ expected, found }) => `the issue is ${formatIssueKey(found)}, not ${formatIssueKey(expected)}`,
  'not-signed': ({ file }) => `the paper signs its issues, but ${file} is missing`,
  'wrong-signature': ({ file }) => `${file} is not a signature of issue.json by any key of the paper`,
  'older-revision': ({ file, known, found }) => `${file} has revision ${found}, but revision ${known} is published`,
  'wrong-catalogue': ({ file, issue }) => `${file} does not agree with the signed issue ${issue}`,
  'page-instead': ({ file }) => `the server answers with a web page for ${file}`,
  'not-found': ({ file }) => `${file} does not exist`,
  unreachable: ({ file }) => `${file} can’t be reached`,
  'server-error': ({ file, status }) => `the server answers ${status} for ${file}`,
}

const wordsOf = <Kind extends BundleFault['kind']>(kind: Kind, fault: Extract<BundleFault, { kind: Kind }>): Reason =>
  words[kind](fault)

export const describeFault = (fault: BundleFault): Reason => wordsOf(fault.kind, fault)
