import { checkDates } from './check-dates'
import { joinJumps } from './join-jumps'
import { liftJumpLines } from './lift-jump-lines'
import type { Pass } from './pass'
import { titleUntitled } from './title-untitled'

const passes: readonly Pass[] = [checkDates, liftJumpLines, joinJumps, titleUntitled]

/** Runs all passes in order. */
export const refine: Pass = (draft, report) => passes.reduce((current, pass) => pass(current, report), draft)
