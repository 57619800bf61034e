import type { Issue } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'

/** A script to show text in, other than the printed one. */
export type ScriptName = 'simplified' | 'traditional'

/**
 * Shows the open issue in the reader's own script, for display only: nothing stored, compared or fetched is derived
 * from it. The same argument always gives the same object.
 */
export interface Script {
  readonly issue: (issue: Issue) => Issue
  /** Text and setting of a page; `issue` is the one that was opened, not rewritten. */
  readonly part: (part: PagePart, issue: Issue) => PagePart
  /** A table of the interface's words, which are written in simplified characters. */
  readonly words: <Words extends object>(words: Words) => Words
}
