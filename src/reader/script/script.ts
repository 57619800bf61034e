import type { Issue } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'

/** Which script the text is shown in, other than the printed one. */
export type ScriptName = 'simplified' | 'traditional'

/**
 * The open issue in the reader's own script: for the eye alone. Nothing that is kept, compared or fetched is made from it. The
 * same value gives the same value again.
 */
export interface Script {
  readonly issue: (issue: Issue) => Issue
  /** Text and setting of a page of the issue, which is given as it was opened. */
  readonly part: (part: PagePart, issue: Issue) => PagePart
  /** The interface’s own words, which are simplified. */
  readonly words: <Words extends object>(words: Words) => Words
}
