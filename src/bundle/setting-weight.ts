import type { RunStyle, SetTitle } from './setting'

/** The weight whose advances the press counts with and the reader draws with: one fact for both. [B14] */
export type FaceWeight = 'regular' | 'bold'

export const weightOfRun = (style: RunStyle): FaceWeight => (style === 'subhead' ? 'bold' : 'regular')

export const weightOfTitle = (role: SetTitle['role']): FaceWeight =>
  role === 'headline' || role === 'jump-head' || role === 'rubric' ? 'bold' : 'regular'
