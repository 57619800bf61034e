import { row } from './finding-table'

/** About corrections of a source, and about importing it again into a manuscript that somebody has worked on. */
export const correctionFindings = {
  'correction-not-applied': row<'key' | 'reason'>(
    'warning',
    (at) => `the correction “${at.key}” does not apply: ${at.reason}`,
    'Compare it with the source as it is now; change or remove it. docs/corrections.md says what each key means.',
  ),
  'correction-needless': row<'key'>(
    'note',
    (at) => `the correction “${at.key}” changes nothing: the source says so itself`,
    'Remove it.',
  ),
  'correction-by-words': row<'was' | 'now'>(
    'note',
    (at) => `the article that was ${at.was} is now ${at.now}; it was found by its words`,
    'Write the new id after “source:”.',
  ),
  'change-not-made': row<'reason'>(
    'note',
    (at) => `the change was not made: ${at.reason}`,
    'Change it in another way, or write it into corrections.yaml; docs/corrections.md says what can stand there.',
  ),
  'edited-by-hand': row<never>(
    'warning',
    () => 'this file was changed by hand, so it was left as it is; what the import would write there now is not in it',
    'Move the change to corrections.yaml, and import with --replace; docs/corrections.md says how.',
  ),
  'deleted-by-hand': row<never>(
    'warning',
    () => 'this file was deleted by hand, so it was not written again',
    'To leave out an article for good, write “drop: true” into corrections.yaml; to have it back, import with --replace.',
  ),
  'added-by-hand': row<never>(
    'note',
    () => 'this file does not come from an import; it was left as it is',
    'Nothing to do; an article can also stand in corrections.yaml, below “new_articles”.',
  ),
  'edited-file-moved': row<never>(
    'fatal',
    () =>
      'this file was changed or deleted by hand, and after this import it would be another article or page, or none',
    'Move the change to corrections.yaml, and import with --replace; docs/corrections.md says how.',
  ),
  'file-in-the-way': row<never>(
    'fatal',
    () => 'the import would write a file of this name, and one that it has not written is there',
    'Give the file another name, or import into an empty folder.',
  ),
  'import-would-not-build': row<'file'>(
    'fatal',
    (at) => `with the files that were changed by hand, the manuscript could not be built: see ${at.file}`,
    'Correct what is said of that file; or move the changes to corrections.yaml, and import with --replace.',
  ),
  'import-unfinished': row<never>(
    'fatal',
    () => 'an import into this folder was interrupted, so its files are of two imports',
    'Run the same import again.',
  ),
} as const
