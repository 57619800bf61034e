import { verseBreak } from '@/text/search-query'
import { textOf } from './article-text'
import type { Block } from './block'

/** The text as search reads it: `textOf`, but with `verseBreak` between the lines of a verse. */
export const readingText = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === 'verse' ? `${block.leaves.join(verseBreak)}\n` : textOf([block]))).join('')
