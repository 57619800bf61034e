import { row } from './finding-table'

/** About an issue's bundle, and about printing it. */
export const bundleFindings = {
  'bad-bundle': row<'fault'>('fatal', (at) => at.fault, 'Build the issue again from its source.'),
  'stranger-file': row<never>(
    'note',
    () => 'this file is not part of the issue',
    'Nothing to do: it may belong to the previous revision.',
  ),
  'revision-not-raised': row<'before' | 'now'>(
    'warning',
    (at) => `a different issue with revision ${at.before} is already there, and this one has revision ${at.now}`,
    'Build without --draft once the issue is published, so that the correction reaches everyone who saved it.',
  ),
  'cannot-print': row<'reason'>(
    'fatal',
    (at) => `the pages can't be printed: ${at.reason}`,
    'Provide what is missing, or build without --pdf.',
  ),
  'printed-before': row<never>(
    'warning',
    () => 'the printed pages show what the issue was before, and have been removed',
    'Build with --pdf to print them anew, and publish with --prune, so that the old ones go from the host too.',
  ),
} as const
