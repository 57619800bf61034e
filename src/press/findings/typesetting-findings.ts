import { row } from './finding-table'

/** About pages that the press sets. */
export const typesettingFindings = {
  'page-overfull': row<'page' | 'lengthened' | 'reason'>(
    'warning',
    (at) =>
      `page ${at.page} has more text than its sheet holds; the sheet was made ${at.lengthened} mm longer; ${at.reason}`,
    'Shorten an article, or let one continue on another page with continues_on.',
  ),
  'page-underfull': row<'page' | 'percent'>(
    'note',
    (at) => `page ${at.page} is ${at.percent} % blank at its foot`,
    'Add an article or a picture, unless that is intended.',
  ),
  'blank-inside': row<'page' | 'between' | 'wide' | 'high' | 'left' | 'top'>(
    'note',
    (at) =>
      `page ${at.page} has a blank of ${at.wide} × ${at.high} mm ${at.between}, ${at.left} mm from its left edge and ${at.top} mm from its head`,
    'Make an article beside it longer or shorter, add a picture or a brief, or give one of them another width by columns.',
  ),
  'table-smaller': row<'columns'>(
    'note',
    (at) => `a table of ${at.columns} columns is too wide for where it stands, and is set in smaller type`,
    'Give the article more columns, or the table fewer.',
  ),
  'table-as-list': row<'columns'>(
    'warning',
    (at) => `a table of ${at.columns} columns is too wide for where it stands, and is set as a list, row by row`,
    'Give the article more columns, or cut the table into two.',
  ),
  'place-not-kept': row<'reason'>(
    'warning',
    (at) => `what was asked for this article is not possible: ${at.reason}`,
    'To let it go on at a place of your choosing, write <!-- cut: 2 --> there, on a line of its own; docs/manuscript.md says what a page can hold.',
  ),
  'page-not-set': row<'page' | 'set'>(
    'fatal',
    (at) => `the press sets no page ${at.page} of this issue, only these: ${at.set}`,
    'Give the number or the label of a page that it sets; a page with a picture of its own is not set.',
  ),
} as const
