import { row } from './finding-table'

/** About printed pages that become a manuscript, whatever they come from. */
export const printedFindings = {
  'unknown-source': row<'kinds'>(
    'fatal',
    () => 'this is nothing that the press can import',
    'Name the folder that holds the pages, or say what it is: press import <kind> <folder>. docs/sources.md lists the kinds. A manuscript is shown by press watch.',
  ),
  'outside-source': row<'name'>(
    'warning',
    (at) => `“${at.name}” in this zip leads out of its folder, and was passed over`,
    'If the file belongs to the source, pack it anew below the folder that is packed.',
  ),
  'same-source-id': row<'id'>(
    'warning',
    (at) => `the source has more than one article with the id ${at.id}; this one got an id of its own`,
    'Compare with the printed page: if both are one article, put them into one file.',
  ),
  'page-drawn': row<'page'>(
    'note',
    (at) => `there is no picture of page ${at.page} in the source, so it was drawn from its words`,
    'If you have the picture, put it into the folder of the page and name it in page.yaml.',
  ),
  'bad-word-line': row<never>(
    'warning',
    () => 'this line is none of a list of words, and was passed over',
    'Write x, y, width, height and the word, below a line like “# page-01/01-news”, which names the article.',
  ),
  'nothing-saved': row<never>(
    'fatal',
    () => 'there is no page and no article in this folder',
    'Save the site with its pages (node_1.htm, …) and its articles (content_….htm), and name the folder of one day.',
  ),
  'several-days': row<'days'>(
    'fatal',
    (at) => `there are issues of several days in this folder: ${at.days}`,
    'Name the folder of one day.',
  ),
  'page-not-saved': row<'pages'>(
    'warning',
    (at) => `the issue has pages whose files are not in this folder: ${at.pages}`,
    'Save these pages too, and import again.',
  ),
  'article-not-saved': row<'count'>(
    'warning',
    (at) => `the files of ${at.count} articles are not in this folder; they have a title at most, and no text`,
    'Save the articles too, and import again; or write the texts.',
  ),
  'article-without-page': row<never>(
    'warning',
    () => 'no page leads to this article; it was put on the first',
    'Move its file to the folder of its page.',
  ),
  'area-outside-picture': row<never>(
    'warning',
    () => 'the outlines of some articles reach beyond the picture of the page; they were cut off at its edge',
    'Compare the outlines with the page: the site may show another picture there.',
  ),
  'pdf-unreadable': row<never>(
    'warning',
    () => 'the PDF is damaged, encrypted, or none; nothing of it was read',
    'Open it in another program and save it anew without a password, then import again.',
  ),
  'pdf-empty': row<never>('warning', () => 'the PDF has no page', 'Get the file anew, and import again.'),
  'pdf-too-many-pages': row<'count'>(
    'warning',
    (at) => `with this file there would be ${at.count} pages, and an issue has 512 at most; it was not read`,
    'Name the PDF of one issue, or the folder of its pages.',
  ),
  'pdf-page-unreadable': row<'page'>(
    'warning',
    (at) => `page ${at.page} of the file is damaged, or has a size that no page has; it was left out`,
    'Save the PDF anew from the program that it comes from, and import again.',
  ),
  'pdf-without-text': row<'page'>(
    'warning',
    (at) => `page ${at.page} has no text in it, only a picture; it became a page without articles`,
    'Get a PDF with text from the program that the page was made with; or import it with --ocr, which recognises the text; or write its articles with their outlines.',
  ),
  'pdf-recognised': row<'page' | 'count' | 'share' | 'words'>(
    'warning',
    (at) =>
      `the text of page ${at.page} was recognised from its picture: ${at.count} characters, believed with ${at.share} % in the mean; ${at.words} words are doubtful`,
    'Read it against the page before it is published: also what is believed may be wrong.',
  ),
  'pdf-nothing-recognised': row<'page'>(
    'warning',
    (at) => `nothing was recognised on page ${at.page}; it became a page without articles`,
    'Look whether the page is blank, or turned, or in a language that was not named: --ocr chi_sim+eng.',
  ),
  'ocr-language-missing': row<'code' | 'package'>(
    'fatal',
    (at) => `the language ${at.code} can’t be recognised: its package is not installed (npm install ${at.package})`,
    'Install the package where the press is installed, or name another language.',
  ),
  'ocr-no-language': row<'code'>(
    'fatal',
    (at) => `“${at.code}” is no name of a language that could be recognised`,
    'Name languages with three letters, joined by a plus: chi_sim, chi_sim+eng, deu.',
  ),
  'ocr-not-here': row<'kind'>(
    'note',
    (at) => `text is recognised in PDFs alone; this is ${at.kind}, and was read as without --ocr`,
    'Nothing to do; leave --ocr out.',
  ),
  'pdf-no-pages': row<never>(
    'fatal',
    () => 'there is no PDF here with a page that could be read',
    'Name the PDF of an issue, or the folder that holds the PDFs of its pages.',
  ),
} as const
