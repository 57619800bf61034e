import { markPlacementOf, type LineFace } from '@/text/line-setting'
import type { RunStyle, SetTitle } from './setting'

/** The face with which the press measures a line and the reader draws it. [B14] */
export const faceOfRun = (style: RunStyle, lang: string): LineFace => ({
  weight: style === 'subhead' ? 'bold' : 'regular',
  marks: markPlacementOf(lang),
})

const boldTitles: ReadonlySet<SetTitle['role']> = new Set(['headline', 'jump-head', 'rubric'])

export const faceOfTitle = (role: SetTitle['role'], lang: string): LineFace => ({
  weight: boldTitles.has(role) ? 'bold' : 'regular',
  marks: markPlacementOf(lang),
})
