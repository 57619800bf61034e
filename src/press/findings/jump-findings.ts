import { row } from './finding-table'

/** About articles that continue on another page. */
export const jumpFindings = {
  'jump-unresolved': row<'line'>(
    'warning',
    (at) =>
      `no article continues where “${at.line}” points; the line is kept, and the reader says that the page is not in this issue`,
    'Check the page label, or add the page.',
  ),
  'no-page-to-continue': row<'page'>(
    'warning',
    (at) =>
      `there is no page ${at.page} in this issue, so the article does not continue there; no jump line is printed`,
    'Correct continues_on, or add the page. If the line stood on the printed page, write it as printed_jump.',
  ),
  'jump-possible': row<'line' | 'candidates'>(
    'warning',
    (at) => `“${at.line}” may continue in ${at.candidates}, but the evidence is not conclusive`,
    'Put the whole text in one file with a cut line, or add the line printed at the other end.',
  ),
  'jump-joined': row<'line' | 'other' | 'evidence'>(
    'note',
    (at) => `joined with ${at.other} by: ${at.evidence}`,
    'Nothing to do if this is right.',
  ),
} as const
