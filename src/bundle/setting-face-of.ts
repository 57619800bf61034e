import { markPlacementOf, type LineFace } from '@/text/line-setting'
import type { RunStyle, SetTitle } from './setting'

/** What the press counts lines with and the reader draws them with: one fact for both. [B14] */
export const faceOfRun = (style: RunStyle, lang: string): LineFace => ({
  weight: style === 'subhead' ? 'bold' : 'regular',
  marks: markPlacementOf(lang),
})

const boldTitles: ReadonlySet<SetTitle['role']> = new Set(['headline', 'jump-head', 'rubric'])

export const faceOfTitle = (role: SetTitle['role'], lang: string): LineFace => ({
  weight: boldTitles.has(role) ? 'bold' : 'regular',
  marks: markPlacementOf(lang),
})
