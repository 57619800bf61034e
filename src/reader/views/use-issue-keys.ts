import { onMounted, onScopeDispose } from 'vue'
import type { IssueKeys } from './issue-keys'

/** Keys of the issue view. What they do is loaded once the page is on screen, and what was pressed until then is not lost. */
export const useIssueKeys = (keys: IssueKeys): void => {
  const ended = new AbortController()
  const early: KeyboardEvent[] = []
  let press = (event: KeyboardEvent): void => void early.push(event)
  onMounted(async () => {
    window.addEventListener('keydown', (event) => press(event), { signal: ended.signal })
    const { issueKeys } = await import('./issue-keys')
    press = issueKeys(keys)
    early.forEach(press)
  })
  onScopeDispose(() => ended.abort())
}
