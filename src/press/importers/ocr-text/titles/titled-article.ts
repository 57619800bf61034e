import type { FoundArticle } from '../articles/found-articles'
import type { Clipping } from '../passages/clipping'
import { clippingsOfTitle, type TitleBlock } from './title-block'

export interface ReadBlock {
  readonly kind: 'paragraph' | 'subhead'
  readonly clipping: Clipping
}

/** An article whose titles are placed: its blocks are paragraphs and subheads, and nothing else. */
export interface TitledArticle extends Omit<FoundArticle, 'titles' | 'parts'> {
  readonly title: TitleBlock
  readonly blocks: readonly ReadBlock[]
}

/** Title and text, one block a line. */
export const textOfArticle = ({ title, blocks }: Pick<TitledArticle, 'title' | 'blocks'>): string =>
  [...clippingsOfTitle(title), ...blocks.map(({ clipping }) => clipping)].map(({ text }) => text).join('\n')
