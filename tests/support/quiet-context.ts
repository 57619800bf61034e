import type { CommandContext } from '@/press/commands/outcome'

/** A context for commands that shows nothing and is never interrupted. */
export const quietContext = (): CommandContext => ({
  progress: () => undefined,
  signal: new AbortController().signal,
  environment: { variables: process.env, isRoot: process.getuid?.() === 0 },
})
