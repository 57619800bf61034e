import type { CommandContext } from '@/press/commands/outcome'

/** A context for commands that shows nothing, is never interrupted, and keeps nothing of earlier runs. */
export const quietContext = (): CommandContext => ({
  progress: () => undefined,
  tell: () => undefined,
  signal: new AbortController().signal,
  environment: {
    variables: { ...process.env, HOME: undefined, XDG_CACHE_HOME: undefined },
    isRoot: process.getuid?.() === 0,
    processId: process.pid,
    isAlive: () => true,
  },
})
