import type { Report } from '../report'
import type { IssueDraft } from './draft'

/** A step from the raw draft to the finished one; pure except for `report`. */
export type Pass = (draft: IssueDraft, report: Report) => IssueDraft
