import { row } from './finding-table'

/** About packages of libraries and other sources of printed pages that become a manuscript. */
export const importFindings = {
  'import-not-a-package': row<never>(
    'fatal',
    () => 'no file in this folder is METS, ALTO, DIDL, Olive XMD or an iArchives unit',
    'Name the folder that holds the description of one issue.',
  ),
  'import-no-pages': row<never>(
    'fatal',
    () => 'no page is described here',
    'Name the folder of one issue, with its METS file and the files of its pages.',
  ),
  'import-other-profile': row<never>(
    'note',
    () => 'this METS follows no profile that the press knows; it was read by the usual names of its parts',
    'Compare articles and titles with the pages.',
  ),
  'import-several-issues': row<'name' | 'count'>(
    'warning',
    (at) => `only this issue was read; ${at.count} more descriptions are in the folder, the first is ${at.name}`,
    'Import the folder of each issue by itself.',
  ),
  'import-file-missing': row<'name'>(
    'warning',
    (at) => `“${at.name}” is named here, but it is not in the folder`,
    'Put the file where it belongs and import again; until then, what it holds is missing.',
  ),
  'import-file-damaged': row<never>(
    'warning',
    () => 'the packed file is damaged; what could be unpacked of it was read',
    'Get the file anew from its source, and import again.',
  ),
  'import-file-too-large': row<never>(
    'warning',
    () => 'the file has more than 256 MB, packed or unpacked, and was not read',
    'A page or an issue is never so large: check what the file is.',
  ),
  'import-bad-xml': row<never>(
    'warning',
    () => 'the XML is broken here; what could be read around it was used',
    'Get the file anew from its source, and import again.',
  ),
  'import-xml-left-out': row<'count'>(
    'warning',
    (at) => `${at.count} elements are nested too deep, or are too many, and were left out`,
    'No newspaper is described like this: check what the file is.',
  ),
  'import-entities': row<'names'>(
    'warning',
    (at) => `the file declares or uses entities (${at.names}); they are never expanded and stand as they are written`,
    'Put the characters themselves into the file, if the text needs them.',
  ),
  'import-encoding': row<'encoding'>(
    'warning',
    (at) => `the encoding “${at.encoding}” is not known; the file was read as UTF-8 or Windows-1252`,
    'Save the file as UTF-8, and import again.',
  ),
  'import-page-unreadable': row<never>(
    'warning',
    () => 'there is no page in this file',
    'It should be ALTO; get it anew from its source.',
  ),
  'import-page-size': row<'size'>(
    'note',
    (at) => `the page is said to have ${at.size}, which can’t be; its size was taken from its words`,
    'Compare the outlines with the page.',
  ),
  'import-outside-page': row<'count'>(
    'note',
    (at) => `${at.count} words reach out of the page; their places were cut at its edge`,
    'Nothing to do, unless words are marked in the wrong place.',
  ),
  'import-odd-coordinates': row<'text' | 'count'>(
    'warning',
    (at) => `“${at.text}” is no list of pairs of numbers (${at.count} such in this file); the place was left out`,
    'Compare the outlines with the page.',
  ),
  'import-no-picture': row<'name' | 'count'>(
    'note',
    (at) =>
      `${at.count} pictures of pages are not in the folder, the first is ${at.name}; these pages are drawn from their words`,
    'Put the pictures where they are named, and import again, if you have them.',
  ),
  'import-no-articles': row<'count'>(
    'note',
    (at) => `the source knows pages but no articles; the text of each page is one article (${at.count})`,
    'Divide them by hand where it is worth it.',
  ),
  'import-places-missing': row<'article' | 'count' | 'names'>(
    'warning',
    (at) => `article ${at.article} names ${at.count} places that are nowhere: ${at.names}`,
    'Compare the article with the page: a part of it may be missing, or stand among the words of no article.',
  ),
  'import-empty-article': row<'article'>(
    'note',
    (at) => `article ${at.article} has no text, and was left out`,
    'Nothing to do, unless the page shows one.',
  ),
  'import-words-twice': row<'count'>(
    'note',
    (at) => `${at.count} words are claimed by two articles; they stand in the first`,
    'Compare articles that overlap with the page.',
  ),
  'import-words-left': row<'count' | 'all' | 'share'>(
    'note',
    (at) =>
      `${at.count} of ${at.all} words (${at.share} %) belong to no article; each page keeps its own in one that is read last`,
    'Most are page heads and marks of the scan; move what belongs to an article.',
  ),
} as const
