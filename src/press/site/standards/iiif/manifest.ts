import { printedNumbersOf } from '@/bundle/lookup'
import { formatDate } from '@/text/dates'
import { dataPath } from '../../site-paths'
import { languageOf } from '../issue-content'
import { urlAt } from '../../site-address'
import { epubPath, manifestPath, mediaTypes, webPublicationPath, yearCollectionPath } from '../standard-paths'
import { issueTitle, wordsIn } from '../standard-words'
import { canvasOf, inLanguage, pageImages, type IiifSource } from './canvases'
import { contentsRange } from './ranges'

/** An issue by IIIF Presentation 3: pages as canvases, articles as ranges, text as annotations in files of their own. */
export const manifestOf = (source: IiifSource) => {
  const { content, address } = source
  const { issue } = content
  const { paper, masthead } = issue
  const lang = languageOf(issue.lang, issue)
  const words = wordsIn(issue.lang)
  const title = inLanguage(lang, issueTitle(issue))
  const [first] = issue.pages
  const [thumbnail] = first ? pageImages(source, first) : []
  const printed: readonly (readonly [label: string, value: string | undefined])[] = [
    [words.masthead.date, formatDate(issue.date)],
    [words.masthead.lunarDate, masthead.lunarDate],
    [words.masthead.serialNo, printedNumbersOf(masthead).serial],
  ]
  const homepage = {
    id: urlAt(address, issue.id),
    type: 'Text',
    label: inLanguage(lang, words.readOnline),
    format: 'text/html',
    language: [lang],
  }
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: urlAt(address, manifestPath(issue)),
    type: 'Manifest',
    label: title,
    metadata: printed.flatMap(([label, value]) =>
      value === undefined ? [] : [{ label: inLanguage(lang, label), value: inLanguage(lang, value) }],
    ),
    provider: [
      {
        id: urlAt(address, ''),
        type: 'Agent',
        label: inLanguage(paper.lang, paper.name),
        homepage: [{ ...homepage, id: urlAt(address, ''), label: inLanguage(paper.lang, paper.name) }],
      },
    ],
    navDate: `${issue.date}T00:00:00Z`,
    viewingDirection: paper.pageTurn === 'rtl' ? 'right-to-left' : 'left-to-right',
    behavior: ['paged'],
    ...(thumbnail && { thumbnail: [thumbnail] }),
    homepage: [homepage],
    rendering: [
      { id: urlAt(address, epubPath(issue)), type: 'Text', label: { en: ['EPUB'] }, format: mediaTypes.epub },
    ],
    seeAlso: [
      {
        id: urlAt(address, webPublicationPath(issue)),
        type: 'Dataset',
        label: { en: ['Readium Web Publication Manifest'] },
        format: mediaTypes.webPublication,
      },
      {
        id: urlAt(address, `${dataPath}${issue.id}/issue.json`),
        type: 'Dataset',
        label: { en: ['Issue bundle'] },
        format: 'application/json',
      },
    ],
    partOf: [{ id: urlAt(address, yearCollectionPath(Number(issue.date.slice(0, 4)))), type: 'Collection' }],
    items: issue.pages.map((page) => canvasOf(source, page)),
    structures: [contentsRange(source)],
  }
}
