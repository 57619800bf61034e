import type { TextRange } from '@/bundle/region'
import type { ArticleDraft } from '../../model/draft'

/** One part of an article on one typeset page. */
export interface Portion {
  readonly article: ArticleDraft
  /** Order of the part among the article's parts, from 0. */
  readonly part: number
  readonly range: TextRange
  /** The page may cut it: what it does not take goes on elsewhere. */
  readonly isCuttable?: boolean
  /** Printed at the portion's foot and head where the article goes on or comes from elsewhere. */
  readonly lineOn?: string
  readonly lineFrom?: string
  /** Title printed over a part that began elsewhere. */
  readonly head?: string
}

export const isContinuation = ({ part }: Portion): boolean => part > 0
