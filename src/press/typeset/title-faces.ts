import type { Box } from '@/bundle/geometry'
import type { ArticleId } from '@/bundle/ids'
import type { TitleFace } from '@/bundle/setting'
import type { ArticleDraft } from '../model/draft'
import type { Grid } from './grid'
import type { DrawnTitle } from './setting-parts'

/**
 * The faces that a headline may have, the best first: 宋 for what weighs most, 黑 for what should be seen next to it and for what is
 * too small for thin strokes.
 */
const byWeight: Readonly<Record<ArticleDraft['weight'], readonly TitleFace[]>> = {
  lead: ['song'],
  second: ['hei', 'song'],
  standard: ['song', 'hei'],
  brief: ['hei', 'song'],
}

const facesFor = ({ role }: DrawnTitle, { headline, kind, weight }: ArticleDraft): readonly TitleFace[] => {
  if (role === 'jump-head') return ['hei']
  // What nobody wrote as a headline is quiet.
  if (headline === undefined) return ['kai']
  return kind === 'news' ? byWeight[weight] : ['hei']
}

/** Whether two titles stand side by side, with no more than a gutter between them. */
const areSideBySide = (one: Box, other: Box, { gutter }: Grid): boolean => {
  const gap = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width)
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return shared > 0 && gap >= 0 && gap <= 2 * gutter
}

/**
 * Gives headlines their faces by rank and kind, from the first in reading order on, so that no two side by side are of one face where that
 * can be helped (碰题). Every Han character is one em wide in each of them, so that nothing moves.
 */
export const giveFaces = (
  titles: readonly DrawnTitle[],
  articles: ReadonlyMap<ArticleId, ArticleDraft>,
  grid: Grid,
): readonly DrawnTitle[] => {
  const given: (Box & { readonly face: TitleFace })[] = []
  return titles.map((title) => {
    const article = articles.get(title.article)
    if (!article || (title.role !== 'headline' && title.role !== 'jump-head')) return title
    const taken = new Set(given.filter((other) => areSideBySide(title, other, grid)).map(({ face }) => face))
    const faces = facesFor(title, article)
    const face = faces.find((one) => !taken.has(one)) ?? faces[0] ?? 'song'
    given.push({ ...title, face })
    return face === 'song' ? title : { ...title, face }
  })
}
