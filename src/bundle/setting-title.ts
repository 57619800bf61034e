import type { Article } from './issue'
import type { SetTitle, TitleFace } from './setting'

/** Text of an element of a title: its own, or the article's field. */
export const titleTextOf = (
  article: Pick<Article, 'headline' | 'workingTitle' | 'deck' | 'rubric' | 'kicker' | 'byline'>,
  { role, text }: Pick<SetTitle, 'role' | 'text'>,
): string => {
  if (text !== undefined) return text
  if (role === 'deck') return (article.deck ?? []).join('')
  if (role === 'headline' || role === 'jump-head') return article.headline ?? article.workingTitle ?? ''
  return article[role] ?? ''
}

const usualFaces: Readonly<Record<SetTitle['role'], TitleFace>> = {
  rubric: 'song',
  kicker: 'kai',
  headline: 'song',
  deck: 'kai',
  byline: 'kai',
  'jump-head': 'song',
}

/** The face of an element of a title: its own, else that of its role. [B13] */
export const titleFaceOf = ({ role, face }: Pick<SetTitle, 'role' | 'face'>): TitleFace => face ?? usualFaces[role]
