import type { Report } from '../report'
import type { IssueDraft } from './draft'

/** One step from raw to finished; pure but for `report`. */
export type Pass = (draft: IssueDraft, report: Report) => IssueDraft
