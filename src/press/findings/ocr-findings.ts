import { row } from './finding-table'

/** About machine-read text that becomes a manuscript. */
export const ocrFindings = {
  'manuscript-in-the-way': row<never>(
    'fatal',
    () => 'there is already a manuscript in this folder',
    'Name an empty folder, so that nothing a person corrected is lost.',
  ),
  'paper-to-name': row<never>(
    'warning',
    () => 'there was no paper.yaml, so a new one was written to start with',
    'Fill in the paper’s name and colour, or put your own paper.yaml in this folder or above it.',
  ),
  'ocr-empty': row<never>(
    'fatal',
    () => 'this file contains no running text',
    'Give the text of a page as the OCR program wrote it.',
  ),
  'ocr-one-page': row<'count'>(
    'fatal',
    (at) => `the folder has ${at.count} files of text (.txt), and an import takes the text of one page`,
    'Name the file of one page. Each page becomes a manuscript of its own.',
  ),
  'ocr-too-long': row<'lines' | 'letters'>(
    'fatal',
    (at) => `this file has ${at.lines} lines and ${at.letters} characters, more than the page of a newspaper holds`,
    'Divide the text into one file for each page, and import each.',
  ),
  'ocr-masthead': row<'text'>(
    'note',
    (at) => `read as the masthead: “${at.text}”`,
    'Compare with issue.yaml and page.yaml.',
  ),
  'ocr-nameplate': row<'text'>(
    'note',
    (at) => `“${at.text}” is in the masthead and was read as the paper's name`,
    'Nothing to do: paper.yaml has the name. If it is a title, write it where it belongs.',
  ),
  'ocr-no-date': row<never>(
    'warning',
    () => 'no date was found in the masthead, and an issue needs one',
    'Write the date into issue.yaml: date: 2024-05-25',
  ),
  'ocr-removed-twin': row<'text' | 'at' | 'twin'>(
    'note',
    (at) => `a repeat was removed at ${at.at}: “${at.text}” (kept: ${at.twin})`,
    'Compare with the printed page.',
  ),
  'ocr-variant': row<'text' | 'kept'>(
    'note',
    (at) =>
      at.kept === ''
        ? `a removed repeat has letters that appear nowhere else: “…${at.text}…”`
        : `a removed repeat reads “…${at.text}…” where “…${at.kept}…” is kept`,
    'Compare with the printed page, and correct the article if the repeat is right.',
  ),
  'ocr-restored': row<'text' | 'between'>(
    'warning',
    (at) => `text that only a repeat had was put back ${at.between}: “${at.text}”`,
    'Compare with the printed page.',
  ),
  'ocr-report-head': row<'text'>(
    'note',
    (at) => `“${at.text}” was taken out of the text because it names the author`,
    'Compare with the byline of the article.',
  ),
  'ocr-picture-missing': row<'caption'>(
    'warning',
    (at) => `there is a caption or a credit, but no picture; a grey one was put in its place: “${at.caption}”`,
    'Replace the grey picture with the photograph, and write an alt text.',
  ),
  'ocr-joined': row<'before' | 'after'>(
    'note',
    (at) => `a sentence cut at the end of a column was joined: …${at.before}｜${at.after}…`,
    'Compare with the printed page.',
  ),
  'ocr-moved': row<'text' | 'to'>(
    'note',
    (at) => `a passage out of order was moved to ${at.to}: “${at.text}”`,
    'Compare with the printed page.',
  ),
  'ocr-moved-far': row<'text' | 'from' | 'to'>(
    'warning',
    (at) => `text was moved from ${at.from} to where ${at.to} stands: “${at.text}”`,
    'Compare both places with the printed page.',
  ),
  'ocr-titles-last': row<'count'>(
    'warning',
    (at) =>
      `the titles of this page stand below their texts, so each of the ${at.count} was read with the text above it`,
    'Compare the titles with the printed page.',
  ),
  'ocr-fragments': row<'count' | 'short' | 'untitled'>(
    'warning',
    (at) =>
      `the page came apart: of ${at.count} articles ${at.short} are mere fragments and ${at.untitled} have no headline, so its lines were hardly read in their order`,
    'Have the page recognised again as columns, or join the pieces in press preview.',
  ),
  'ocr-no-headline': row<'text'>(
    'warning',
    (at) => `no headline was found for the article that begins “${at.text}”, and a build asks for one`,
    'Write the headline from the printed page.',
  ),
  'ocr-number': row<'text'>(
    'note',
    (at) => `a number alone on a line was left out: “${at.text}”`,
    'Nothing to do if it numbers a page; else write it where it belongs.',
  ),
  'ocr-doubtful': row<'text' | 'reason'>(
    'warning',
    (at) => `this reads oddly (${at.reason}): “${at.text}”`,
    'Correct it from the printed page.',
  ),
  'ocr-unplaced': row<'text'>(
    'warning',
    (at) => `no place was found for this text: “${at.text}”`,
    'Put it where it belongs.',
  ),
  'ocr-cut-end': row<'text'>(
    'warning',
    (at) => `the sentence breaks off and continues nowhere: …${at.text}`,
    'Complete it from the printed page.',
  ),
} as const
