import { footRules, holeRules, mastheadRules, meetingRules, overflowRules } from './page-rules'
import { boxBlankRules, columnBlankRules } from './blank-rules'
import { columnRules, verticalBoxRules, widthRules } from './shape-rules'

/** The rules by what they are about. */
const groups = [
  { about: 'An article by itself', rules: [...widthRules, ...columnRules, ...verticalBoxRules] },
  { about: 'Neighbours side by side', rules: meetingRules },
  { about: 'Blanks', rules: [...holeRules, ...footRules, ...columnBlankRules, ...boxBlankRules] },
  { about: 'The page', rules: [...overflowRules, ...mastheadRules] },
] as const

/** Every rule of the score. */
export const scoreRules = groups.flatMap(({ rules }) =>
  rules.map(({ name, what, weight, source }) => ({ name, what, weight, source })),
)

/** Name of a rule of the score. */
export type RuleName = (typeof scoreRules)[number]['name']

/** The rules of the score as a page of the docs. */
export const scorePage = (): string =>
  [
    '# The score of a page',
    '',
    'Each rule costs so many cells for one of what it measures; a cell is one column wide and one row high. What costs 8 is as bad as eight',
    'blank cells, and what costs less than nothing is wanted. The layout of a page is the one whose costs come to the least; a page that is',
    'laid out again may count blanks several times ([typesetting.md](typesetting.md)). `press explain <manuscript> --page 2` prints what',
    'made a page as it is, and what the next best layout would have cost.',
    '',
    'This page is made from the rules in `src/press/typeset/score` by `npm run score-page`.',
    '',
    ...groups.flatMap(({ about, rules }) => [
      `## ${about}`,
      '',
      '| rule | what is measured | cells | source |',
      '| --- | --- | --- | --- |',
      ...rules.map(({ name, what, weight, source }) => `| \`${name}\` | ${what} | ${String(weight)} | ${source} |`),
      '',
    ]),
  ].join('\n')
