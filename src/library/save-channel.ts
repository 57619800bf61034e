import * as v from 'valibot'
import { formatIssueKey, issueKeyFields, type IssueKey } from '@/bundle/issue-key'
import type { SaveProgress } from './save-issue'

const channelName = 'banmian-saving'
const message = v.object({ ...issueKeyFields, doneBytes: v.number(), totalBytes: v.number() })

const openChannel = (): BroadcastChannel | undefined =>
  typeof BroadcastChannel === 'function' ? new BroadcastChannel(channelName) : undefined

/** Tells the other tabs how far a save has come. */
export const tellProgress = ({
  paper,
  issue,
}: IssueKey): { readonly tell: (progress: SaveProgress) => void; readonly end: () => void } => {
  const channel = openChannel()
  return {
    tell: ({ doneBytes, totalBytes }) => channel?.postMessage({ paper, issue, doneBytes, totalBytes }),
    end: () => channel?.close(),
  }
}

/** Listens to another tab's save of an issue; call the result to stop. */
export const hearProgress = (key: IssueKey, onProgress: (progress: SaveProgress) => void): (() => void) => {
  const channel = openChannel()
  const hear = ({ data }: MessageEvent): void => {
    const heard = v.safeParse(message, data)
    if (heard.success && formatIssueKey(heard.output) === formatIssueKey(key)) onProgress(heard.output)
  }
  channel?.addEventListener('message', hear)
  return () => channel?.close()
}
