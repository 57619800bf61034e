import type { Report } from '../report'
import { checkDates } from './check-dates'
import type { IssueDraft } from './draft'
import { joinJumps } from './join-jumps'
import { liftJumpLines } from './lift-jump-lines'
import { titleUntitled } from './title-untitled'

/** One step from raw to finished; pure but for `report`. */
export type Pass = (draft: IssueDraft, report: Report) => IssueDraft

const passes: readonly Pass[] = [checkDates, liftJumpLines, joinJumps, titleUntitled]

export const refine: Pass = (draft, report) => passes.reduce((current, pass) => pass(current, report), draft)
