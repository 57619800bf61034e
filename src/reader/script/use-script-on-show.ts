import type { Issue } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import type { OpenIssue } from '../issue/issue-source'
import { useScriptStore } from './script-store'

/** Converts an issue that was opened, and its pages, to the script that the reader has chosen. Only what is shown may be converted. */
export const useScriptOnShow = () => {
  const scripts = useScriptStore()
  return {
    opened: (printed: OpenIssue): OpenIssue =>
      scripts.script ? { ...printed, issue: scripts.script.issue(printed.issue) } : printed,
    /** @param issue the one that was opened, not converted */
    part: (part: PagePart, issue: Issue): PagePart => scripts.script?.part(part, issue) ?? part,
  }
}
