import * as v from 'valibot'
import { pageLabel } from '@/bundle/ids'
import type { JumpLine } from '@/bundle/region'
import { parseJumpLine } from '@/text/jump-line'
import { canonicalLabel, isSameLabel } from '@/text/page-label'
import type { PageDraft } from './draft'

/** A printed line and the label of the page it names: as printed on that page, if it is in the issue. */
export const jumpLineOf = (text: string, pages: readonly PageDraft[]): JumpLine => {
  const [named] = parseJumpLine(text)?.labels ?? []
  if (named === undefined) return { text }
  const label =
    pages.find((page) => canonicalLabel(page.label) === named)?.label ??
    pages.find((page) => isSameLabel(page.label, named))?.label ??
    v.parse(pageLabel, named)
  return { text, label }
}
