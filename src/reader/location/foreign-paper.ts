import * as v from 'valibot'
import { paperId, type PaperId } from '@/bundle/ids'

/**
 * The other paper that a path below the app's base names: `library/<paper>/<issue>/…`. Its issues have the same paths
 * as ours, under a base of their own.
 */
export const foreignPaperOf = (path: string): PaperId | undefined => {
  const [, name] = /^library\/([^/]+)\/./.exec(path) ?? []
  const known = v.safeParse(paperId, name)
  return known.success ? known.output : undefined
}

/** Turns one of our paths into another paper's, below the app's base. */
export const foreignPath = (paper: string, path: string): string => `/library/${paper}${path}`
