import type { TextRange } from '@/bundle/region'
import type { ArticleDraft } from '../../model/draft'

/** The part of an article that one typeset page is asked to take. */
export interface Portion {
  readonly article: ArticleDraft
  /** Number of the part among the article's parts, from 0. */
  readonly part: number
  readonly range: TextRange
  /** Whether the page may take less; the rest then goes on elsewhere. */
  readonly isCuttable: boolean
  /** Jump line at its foot, where the article goes on elsewhere. */
  readonly lineOn?: string
  /** Jump line at its head, where the article comes from elsewhere. */
  readonly lineFrom?: string
  /** The title that is printed over a part that began elsewhere. */
  readonly head?: string
}

export const isContinuation = ({ part }: Pick<Portion, 'part'>): boolean => part > 0
