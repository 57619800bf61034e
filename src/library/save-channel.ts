import * as v from 'valibot'
import { formatIssueKey, issueKeyFields, type IssueKey } from '@/bundle/issue-key'
import type { SaveProgress } from './save-issue'

const channelName = 'banmian-saving'
const message = v.object({ ...issueKeyFields, doneBytes: v.number(), totalBytes: v.number() })

const openChannel = (): BroadcastChannel | undefined =>
  typeof BroadcastChannel === 'function' ? new BroadcastChannel(channelName) : undefined

/** Announces the progress of a save to other tabs. */
export const announceProgress = ({
  paper,
  issue,
}: IssueKey): { readonly announce: (progress: SaveProgress) => void; readonly end: () => void } => {
  const channel = openChannel()
  return {
    announce: ({ doneBytes, totalBytes }) => channel?.postMessage({ paper, issue, doneBytes, totalBytes }),
    end: () => channel?.close(),
  }
}

/** Listens to the progress of a save in another tab. @returns stops listening */
export const listenToProgress = (key: IssueKey, onProgress: (progress: SaveProgress) => void): (() => void) => {
  const channel = openChannel()
  const receive = ({ data }: MessageEvent): void => {
    const read = v.safeParse(message, data)
    if (read.success && formatIssueKey(read.output) === formatIssueKey(key)) onProgress(read.output)
  }
  channel?.addEventListener('message', receive)
  return () => channel?.close()
}
