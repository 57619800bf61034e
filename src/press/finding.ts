/**
 * What the press found, for a person to read. Codes are permanent: never renamed, never reused. `why` is the diagnosis,
 * `fix` the remedy. A fatal finding stops the build before anything is written.
 */
export type Severity = 'fatal' | 'warning' | 'note'

interface Entry {
  readonly severity: Severity
  readonly why: (at: Record<string, string>) => string
  readonly fix: string
}

const entry = <Keys extends string>(severity: Severity, why: (at: Record<Keys, string>) => string, fix: string) => ({
  severity,
  why,
  fix,
})

/** Every finding the press can make. */
export const catalogue = {
  'unreadable-file': entry<'reason'>(
    'fatal',
    (at) => `the file can't be read: ${at.reason}`,
    'Check that the file is there and may be read.',
  ),
  'bad-yaml': entry<'reason'>(
    'fatal',
    (at) => `this is not valid YAML: ${at.reason}`,
    'Mend the line; put quotes round text with “: ” in it.',
  ),
  'unknown-key': entry<'key' | 'near'>(
    'fatal',
    (at) => `the key “${at.key}” is not known${at.near ? `; did you mean “${at.near}”?` : ''}`,
    'Correct the key or take it out; docs/manuscript.md lists the keys.',
  ),
  'bad-value': entry<'key' | 'reason'>(
    'fatal',
    (at) => `“${at.key}” has a value that can't be used: ${at.reason}`,
    'Correct the value; docs/manuscript.md says what each key holds.',
  ),
  'missing-key': entry<'key'>(
    'fatal',
    (at) => `“${at.key}” is missing`,
    'Add the key; docs/manuscript.md says what it holds.',
  ),
  'missing-picture': entry<'picture'>(
    'fatal',
    (at) => `the picture “${at.picture}” is not there`,
    'Put the file where the article says, or correct the name.',
  ),
  'bad-picture': entry<'picture' | 'reason'>(
    'fatal',
    (at) => `the picture “${at.picture}” can't be read: ${at.reason}`,
    'Save it again as PNG, JPEG, WebP, AVIF, TIFF or SVG.',
  ),
  'no-pages': entry<never>(
    'fatal',
    () => 'there is no page in this folder',
    'Make a folder for each page, with a Markdown file for each article.',
  ),
  'duplicate-id': entry<'id' | 'other'>(
    'fatal',
    (at) => `the id “${at.id}” stands in ${at.other} already`,
    'Give one of the two another id, or none.',
  ),
  'wrong-weekday': entry<'given' | 'expected' | 'date'>(
    'fatal',
    (at) => `${at.date} is ${at.expected}, not ${at.given}`,
    'Correct the weekday or the date.',
  ),
  'wrong-lunar-date': entry<'given' | 'expected' | 'date'>(
    'fatal',
    (at) => `${at.date} is ${at.expected}, not ${at.given}`,
    'Correct the lunar date or the date.',
  ),
  'outline-outside-page': entry<'corner' | 'size'>(
    'fatal',
    (at) => `an outline has a corner at ${at.corner}, outside the page of ${at.size}`,
    'Measure the outline in pixels of the page picture.',
  ),
  'bad-cut': entry<'reason'>(
    'fatal',
    (at) => `this cut can't be made: ${at.reason}`,
    'Name a page of this issue after the one before it, and leave text on both sides.',
  ),
  'unknown-reference': entry<'target'>(
    'fatal',
    (at) => `“${at.target}” is not in this issue`,
    'Name a page number of the issue, or an article as folder/file without .md.',
  ),
  'jump-unresolved': entry<'line'>(
    'warning',
    (at) =>
      `no article continues where “${at.line}” points; the line is kept, and the reader says that the page is not here`,
    'Check the page label, or add the page.',
  ),
  'jump-possible': entry<'line' | 'candidates'>(
    'warning',
    (at) => `“${at.line}” may go on in ${at.candidates}, but the evidence does not decide`,
    'Put the text in one file with a cut line, or print the other end.',
  ),
  'jump-joined': entry<'line' | 'other' | 'evidence'>(
    'note',
    (at) => `joined with ${at.other} by: ${at.evidence}`,
    'Nothing to do, if it is right.',
  ),
  'no-headline': entry<'title'>(
    'warning',
    (at) => `there is no headline; “${at.title}” stands in its place`,
    'Write the headline.',
  ),
  'page-overfull': entry<'page' | 'lengthened'>(
    'warning',
    (at) => `page ${at.page} holds more text than its sheet; it was made ${at.lengthened} mm longer`,
    'Shorten an article, or let one continue with continues_on.',
  ),
  'page-underfull': entry<'page' | 'percent'>(
    'note',
    (at) => `page ${at.page} is ${at.percent} % blank at its foot`,
    'Add an article or a picture, if that is not wanted.',
  ),
  'revision-not-raised': entry<'before' | 'now'>(
    'warning',
    (at) => `an issue with revision ${at.before} stands there already, and this one, which differs, has ${at.now}`,
    'Raise `revision` in issue.yaml once the issue is published, so that the correction reaches those who saved it.',
  ),
  'place-not-kept': entry<'reason'>(
    'warning',
    (at) => `the wish for this article could not be kept: ${at.reason}`,
    'See docs/manuscript.md for what a page can hold.',
  ),
  'unread-markdown': entry<'what'>(
    'warning',
    (at) => `${at.what} is not part of a manuscript; its text is kept as a paragraph`,
    'Write it in one of the forms of docs/manuscript.md.',
  ),
  'outlines-missing': entry<never>(
    'warning',
    () => 'an article of a picture page has no outlines: it is in the list, but not on the page',
    'Give it outlines in pixels of the page picture.',
  ),
  'ocr-empty': entry<never>(
    'fatal',
    () => 'there is no running text in this file',
    'Give the text of a page, as the character recognition wrote it.',
  ),
  'ocr-masthead': entry<'text'>(
    'note',
    (at) => `read as the masthead: “${at.text}”`,
    'Compare with issue.yaml and page.yaml.',
  ),
  'ocr-nameplate': entry<'text'>(
    'note',
    (at) => `“${at.text}” stands in the masthead and was read as the paper's name`,
    'Nothing to do: paper.yaml holds the name. If it is a title, write it where it belongs.',
  ),
  'ocr-no-date': entry<never>(
    'warning',
    () => 'no date was found in the masthead, and an issue needs one',
    'Write the date into issue.yaml: date: 2024-05-25',
  ),
  'manuscript-in-the-way': entry<never>(
    'fatal',
    () => 'there is a manuscript in this folder already',
    'Name an empty folder, so that nothing a person corrected is lost.',
  ),
  'cannot-print': entry<'reason'>(
    'fatal',
    (at) => `the pages can't be printed: ${at.reason}`,
    'Put right what is missing, or build without --pdf.',
  ),
  'paper-to-name': entry<never>(
    'warning',
    () => 'there was no paper.yaml, so one was begun',
    'Write the paper’s name and colour into it, or put your own paper.yaml in this folder or above it.',
  ),
  'bad-key': entry<'reason'>(
    'fatal',
    (at) => `this is not a private key that can sign: ${at.reason}`,
    'Name the file that `press keygen` wrote; docs/signing.md says how to make one.',
  ),
  'key-open-to-others': entry<never>(
    'warning',
    () => 'others on this machine may read the private key',
    'Take their rights away: chmod 600.',
  ),
  'key-in-the-way': entry<never>(
    'fatal',
    () => 'a file of this name is there already; a key is never overwritten',
    'Name another file.',
  ),
  'cannot-write-key': entry<'reason'>(
    'fatal',
    (at) => `the key can't be written: ${at.reason}`,
    'Name a file in a folder that is there and may be written.',
  ),
  'key-not-endorsed': entry<'no'>(
    'fatal',
    (at) => `key ${at.no} of “keys” is not vouched for by the key before it`,
    'Make it with `press keygen --after <the older key>`, and copy both lines that it prints.',
  ),
  'key-not-listed': entry<'public'>(
    'fatal',
    (at) => `paper.yaml does not list this key, so no reader would trust it: ${at.public}`,
    'Add it to `keys`, or sign with a key that is listed.',
  ),
  'must-be-signed': entry<'issue'>(
    'fatal',
    (at) => `this paper signs its issues, and readers would refuse ${at.issue} without a signature`,
    'Build with --sign <private key file>.',
  ),
  'bad-bundle': entry<'fault'>('fatal', (at) => at.fault, 'Build the issue again from its source.'),
  'stranger-file': entry<never>(
    'note',
    () => 'the file belongs to no part of this issue',
    'Nothing to do: it may belong to the revision before.',
  ),
  'ocr-removed-twin': entry<'text' | 'at' | 'twin'>(
    'note',
    (at) => `a repeat was removed at ${at.at}: “${at.text}” (kept: ${at.twin})`,
    'Compare with the printed page.',
  ),
  'ocr-variant': entry<'text' | 'kept'>(
    'note',
    (at) =>
      at.kept === ''
        ? `a removed repeat has letters that stand nowhere else: “…${at.text}…”`
        : `a removed repeat reads “…${at.text}…” where “…${at.kept}…” is kept`,
    'Compare with the printed page, and correct the article if the repeat is right.',
  ),
  'ocr-restored': entry<'text' | 'between'>(
    'warning',
    (at) => `text that only a repeat had was put back ${at.between}: “${at.text}”`,
    'Compare with the printed page.',
  ),
  'ocr-report-head': entry<'text'>(
    'note',
    (at) => `“${at.text}” was taken out of the text: it says who signs the article`,
    'Compare with the byline of the article.',
  ),
  'ocr-picture-missing': entry<'caption'>(
    'warning',
    (at) => `there is a caption or a credit, but no picture; a grey one stands in its place: “${at.caption}”`,
    'Put the photograph where the grey picture is, and write an alt text.',
  ),
  'ocr-joined': entry<'before' | 'after'>(
    'note',
    (at) => `a sentence cut at a column's end was joined: …${at.before}｜${at.after}…`,
    'Compare with the printed page.',
  ),
  'ocr-moved': entry<'text' | 'to'>(
    'note',
    (at) => `a passage out of order was moved to ${at.to}: “${at.text}”`,
    'Compare with the printed page.',
  ),
  'ocr-doubtful': entry<'text' | 'reason'>(
    'warning',
    (at) => `this reads oddly (${at.reason}): “${at.text}”`,
    'Correct it from the printed page.',
  ),
  'ocr-unplaced': entry<'text'>(
    'warning',
    (at) => `this could not be placed anywhere: “${at.text}”`,
    'Put it where it belongs.',
  ),
  'ocr-cut-end': entry<'text'>(
    'warning',
    (at) => `the sentence breaks off and goes on nowhere: …${at.text}`,
    'Complete it from the printed page.',
  ),
} as const

export type FindingCode = keyof typeof catalogue
type Facts<Code extends FindingCode> = Parameters<(typeof catalogue)[Code]['why']>[0]

/** Where a finding was made: a file as the person knows it, a line from 1, a page. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly page?: number
}

export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly place: Place
  readonly why: string
  readonly fix: string
}

export const finding = <Code extends FindingCode>(code: Code, place: Place, facts: Facts<Code>): Finding => {
  const found: Entry = catalogue[code]
  return { code, severity: found.severity, place, why: found.why(facts), fix: found.fix }
}
