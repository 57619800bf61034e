import { BundleError } from '@/bundle/fault'
import { issueKeyOf } from '@/bundle/issue-key'
import type { PagePart } from '@/bundle/page-part'
import { issueTextOf, type IssueText } from '@/library/issue-text'
import type { TextStep } from '@/library/saved-texts'
import type { OpenIssue } from '../issue/issue-source'

/** The text of an issue, read from its pages wherever they come from. @throws BundleError */
const readText = async (opened: OpenIssue): Promise<IssueText> => {
  // Never aborted: one read serves all later searches, even if the query changes meanwhile.
  const { signal } = new AbortController()
  const parts = new Map<number, PagePart>()
  for (const page of opened.issue.pages) parts.set(page.no, await opened.page(page, signal))
  return issueTextOf(opened.issue, ({ no }) => parts.get(no))
}

/**
 * The text of the open issue in the form in which search reads saved ones: one step. Read on the first search, and
 * again if that failed.
 */
export const openTexts = (opened: OpenIssue): ((signal: AbortSignal) => AsyncGenerator<TextStep>) => {
  let reading: Promise<IssueText> | undefined
  return async function* readOpenText(signal) {
    try {
      const text = await (reading ??= readText(opened))
      signal.throwIfAborted()
      yield { kind: 'text', text, done: 1, total: 1 }
    } catch (error) {
      reading = undefined
      if (!(error instanceof BundleError)) throw error
      yield { kind: 'fault', key: issueKeyOf(opened.issue), fault: error.fault, done: 1, total: 1 }
    }
  }
}
