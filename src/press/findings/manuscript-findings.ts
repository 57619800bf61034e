import { row } from './finding-table'

/** About the files of a manuscript and what is written in them. */
export const manuscriptFindings = {
  'unreadable-file': row<'reason'>(
    'fatal',
    (at) => `this can't be read: ${at.reason}`,
    'Check the path: what is there has to exist, and you have to be allowed to read it.',
  ),
  'damaged-character': row<'column'>(
    'fatal',
    (at) => `a character was lost at column ${at.column}, or the file is in an encoding that the press does not know`,
    'Save the file again as UTF-8 from its source, or write the character anew.',
  ),
  'open-comment': row<never>(
    'fatal',
    () => 'a comment begins here and never ends, so that nothing after it would be printed',
    'End it with “-->”.',
  ),
  'file-refused': row<'reason'>(
    'fatal',
    (at) => `the file can't be used: ${at.reason}`,
    'Check the path, your rights, and the room on the disk; then run the command again.',
  ),
  'unread-file': row<'ending'>(
    'warning',
    (at) => `the press does not read ${at.ending} files, so nothing of it is in the issue`,
    'A text needs no more than the ending .md, whatever its encoding; save a picture as JPEG or PNG, settings as .yaml; or move the file out of the manuscript.',
  ),
  'misplaced-file': row<'name'>(
    'warning',
    (at) =>
      `the press does not look for a file here, so nothing of it is in the issue${at.name && `; it has to be called ${at.name}`}`,
    'Move or rename the file; docs/manuscript.md shows where each belongs.',
  ),
  'bad-yaml': row<'reason'>(
    'fatal',
    (at) => `this is not valid YAML: ${at.reason}`,
    'Correct the line; text that contains “: ” needs quotes around it.',
  ),
  'unknown-key': row<'key' | 'near'>(
    'fatal',
    (at) => `“${at.key}” is not a known key${at.near ? `; did you mean “${at.near}”?` : ''}`,
    'Correct or remove the key; docs/manuscript.md lists all keys, docs/corrections.md those of corrections.yaml.',
  ),
  'bad-value': row<'key' | 'reason'>(
    'fatal',
    (at) => `the value of “${at.key}” can't be used: ${at.reason}`,
    'Correct the value; docs/manuscript.md describes each key, docs/corrections.md those of corrections.yaml.',
  ),
  'missing-key': row<'key'>(
    'fatal',
    (at) => `“${at.key}” is missing`,
    'Add the key; docs/manuscript.md or docs/corrections.md describes it.',
  ),
  'missing-picture': row<'picture'>(
    'fatal',
    (at) => `there is no picture “${at.picture}”`,
    'Put the file where it is expected, or correct the name.',
  ),
  'bad-picture': row<'picture' | 'reason'>(
    'fatal',
    (at) => `the picture “${at.picture}” can't be used: ${at.reason}`,
    'Save it again as PNG, JPEG, WebP, AVIF, TIFF or SVG.',
  ),
  'picture-case': row<'picture' | 'other'>(
    'fatal',
    (at) => `there is no picture “${at.picture}”, but there is “${at.other}”`,
    'Write the name exactly as the file has it, capital letters included: web servers tell them apart.',
  ),
  'missing-page': row<'pages'>(
    'warning',
    (at) => `before this page, page ${at.pages} is missing: jumps to it lead nowhere`,
    'Add a folder for the page, or rename the folders if no page is missing.',
  ),
  'shared-label': row<'label' | 'other'>(
    'fatal',
    (at) => `the page is labelled “${at.label}”, and so is the page in ${at.other}`,
    'Give one of them the label that is printed on it: jump lines find pages by their labels.',
  ),
  'folder-in-the-way': row<never>(
    'fatal',
    () => 'there is already something in this folder',
    'Name a folder that is new or empty, so that nothing is overwritten.',
  ),
  'several-issues': row<'issues'>(
    'fatal',
    (at) => `this is not an issue: it holds the folders of issues (${at.issues})`,
    'Build each by itself: `press build <this folder>/<issue> --out <site>`; docs/manuscript.md shows how to build them all.',
  ),
  'no-pages': row<never>(
    'fatal',
    () => 'this folder has no pages',
    'Make a folder for each page, with a Markdown file for each article.',
  ),
  'duplicate-id': row<'id' | 'other'>(
    'fatal',
    (at) => `the id “${at.id}” is already used in ${at.other}`,
    'Give one of the two a different id, or none.',
  ),
  'wrong-weekday': row<'given' | 'expected' | 'date'>(
    'fatal',
    (at) => `${at.date} is ${at.expected}, not ${at.given}`,
    'Correct the weekday or the date.',
  ),
  'wrong-lunar-date': row<'given' | 'expected' | 'date'>(
    'fatal',
    (at) => `${at.date} is ${at.expected}, not ${at.given}`,
    'Correct the lunar date or the date.',
  ),
  'outline-outside-page': row<'corner' | 'size'>(
    'fatal',
    (at) => `an outline has a corner at ${at.corner}, outside the page of ${at.size}`,
    'Give outlines in pixels of the page picture.',
  ),
  'bad-cut': row<'reason'>(
    'fatal',
    (at) => `the article can't be cut here: ${at.reason}`,
    'Name a page of this issue that comes after the previous part, and leave text on both sides of the cut.',
  ),
  'unknown-reference': row<'target'>(
    'fatal',
    (at) => `“${at.target}” is not in this issue`,
    'Give a page number of this issue, or an article as folder/file without .md.',
  ),
  'unknown-ear': row<'name'>(
    'fatal',
    (at) => `“${at.name}” is no article of page one, which alone may stand beside the nameplate`,
    'Name a file of the first page without .md, as 07-notice, or write ears: none.',
  ),
  'no-headline': row<'title'>(
    'warning',
    (at) => `there is no headline; “${at.title}” is used in its place`,
    'Write it at the very beginning of the file, between two lines of three hyphens: headline: ….',
  ),
  'printed-tag': row<'tag'>(
    'warning',
    (at) => `the tag “${at.tag}” is printed as it stands`,
    'Remove it; a strong word is written **word**, an emphasised one *word*.',
  ),
  'empty-article': row<never>(
    'warning',
    () => 'the article has neither a headline nor a text',
    'Write it, or remove the file.',
  ),
  'unread-markdown': row<'what'>(
    'warning',
    (at) => `a manuscript can't contain ${at.what}; only the text of it is kept`,
    'Use one of the forms in docs/manuscript.md.',
  ),
  'outlines-missing': row<never>(
    'warning',
    () => 'an article on a facsimile page has no outlines: it is in the list, but has no place on the page',
    'Give it outlines in pixels of the page picture.',
  ),
} as const
