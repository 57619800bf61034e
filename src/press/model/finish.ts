import { extentOf, sliceBlocks } from '@/bundle/article-text'
import { currentFormat } from '@/bundle/migrate'
import { decodeIssue, decodePagePart, encode, type IssueJson } from '@/bundle/codec'
import type { ArticleId, PageNo, PictureId } from '@/bundle/ids'
import type { Issue, Page } from '@/bundle/issue'
import type { Mark, PagePart } from '@/bundle/page-part'
import { decodePageWords, placesOf } from '@/bundle/page-words'
import type { Setting } from '@/bundle/setting'
import type { Region } from '@/bundle/region'
import type { ArticleDraft, IssueDraft, PageDraft, PartDraft, SetIssue } from './draft'
import { wordsOnPage } from './place-words'
import { seal, type SealedPart } from './seal'

/** A page in a larger size, cut into tiles, row by row. */
export interface SealedLevel {
  readonly width: number
  readonly height: number
  readonly side: number
  readonly tiles: readonly SealedPart[]
}

/** Images of one picture, and levels for zooming in, narrowest first. */
export interface SealedImages {
  readonly images: readonly SealedPart[]
  readonly levels: readonly SealedLevel[]
}

/** The issue's images: encoded, sealed, narrowest first. */
export interface IssueImages {
  readonly pictures: ReadonlyMap<PictureId, readonly SealedPart[]>
  readonly facsimiles: ReadonlyMap<PageNo, SealedImages>
  readonly nameplate?: SealedPart
}

/** All that is written of an issue. */
export interface FinishedIssue {
  readonly issue: Issue
  /** The exact bytes of issue.json. */
  readonly issueJson: Uint8Array<ArrayBuffer>
  readonly parts: readonly SealedPart[]
}

const twoDigits = (no: number): string => String(no).padStart(2, '0')

interface PlacedRegion {
  readonly article: ArticleDraft
  readonly region: Region
}

const regionOf = (article: ArticleDraft, part: PartDraft): Region => ({
  article: article.id,
  range: part.range ?? [0, 0],
  outlines: part.outlines ?? [],
  ...(part.continuedOn && { continuedOn: part.continuedOn }),
  ...(part.continuedFrom && { continuedFrom: part.continuedFrom }),
  ...(part.joinedBy && { joinedBy: part.joinedBy }),
})

/** The regions of a page in reading order: that of the typesetter, or else of the source. */
const regionsOn = (page: PageDraft, { draft, orders }: SetIssue): PlacedRegion[] => {
  const order: readonly ArticleId[] = orders.get(page.no) ?? []
  /** On a facsimile page, articles are in the order of the source; those that began on another page come last. */
  const placeOf = ({ id, parts }: ArticleDraft): number =>
    order.includes(id) ? order.indexOf(id) : order.length + (parts[0]?.page === page.no ? 0 : 1)
  return [...draft.articles]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .flatMap((article) =>
      article.parts.flatMap((part) => (part.page === page.no ? [{ article, region: regionOf(article, part) }] : [])),
    )
}

const marksIn = (marks: readonly Mark[], [from, to]: Region['range']): Mark[] =>
  marks
    .filter((mark) => mark.from < to && mark.to > from)
    .map((mark) => ({ ...mark, from: Math.max(mark.from, from), to: Math.min(mark.to, to) }))

const pagePartOf = (regions: readonly PlacedRegion[], setting: Setting | undefined): PagePart => ({
  pieces: regions.map(({ article, region }) => {
    const marks = marksIn(article.marks, region.range)
    return {
      article: article.id,
      range: region.range,
      blocks: sliceBlocks(article.blocks, region.range),
      ...(marks.length > 0 && { marks }),
    }
  }),
  ...(setting && { setting }),
})

const renditionOf = (
  page: PageDraft,
  regions: readonly Region[],
  { settings }: SetIssue,
  images: IssueImages,
  words: SealedPart | undefined,
): Page['renditions'][number] => {
  const set = settings.get(page.no)
  if (set) return { kind: 'typeset', width: set.width, height: set.height, regions }
  const found = images.facsimiles.get(page.no)
  const namesOf = (parts: readonly SealedPart[] = []) => parts.map(({ entry }) => entry.name)
  const tiles = (found?.levels ?? []).map(({ tiles: parts, ...size }) => ({ ...size, images: namesOf(parts) }))
  return {
    kind: 'facsimile',
    width: page.picture?.width ?? 1,
    height: page.picture?.height ?? 1,
    images: namesOf(found?.images),
    ...(tiles.length > 0 && { tiles }),
    regions,
    ...(words && { words: words.entry.name }),
  }
}

/** The places of the words on a facsimile page, where the source knew them. */
const sealedWords = async (page: PageDraft, placed: readonly PlacedRegion[]): Promise<SealedPart | undefined> => {
  const found = wordsOnPage(
    page,
    placed.map(({ article, region: { range } }) => ({ article, range })),
  )
  if (found.length === 0) return undefined
  const pieces = found.map(({ part: { article, range }, words }) => ({
    article: article.id,
    range,
    places: placesOf(words, range[0]),
  }))
  return seal({ stem: `words-${twoDigits(page.no)}`, ending: 'json', role: 'words' }, encode({ pieces }))
}

const articleJson = (article: ArticleDraft): IssueJson['articles'][number] => {
  const { id, kind, lang, rubric, kicker, headline, workingTitle, deck, byline, withdrawn, blocks } = article
  return {
    id,
    kind,
    ...(lang && { lang }),
    ...(rubric && { rubric }),
    ...(kicker && { kicker }),
    ...(headline && { headline }),
    ...(workingTitle && { workingTitle }),
    ...(deck && { deck: [...deck] }),
    ...(byline && { byline }),
    extent: extentOf(blocks),
    ...(withdrawn && { withdrawn }),
  }
}

const pageJson = (page: PageDraft, draft: IssueDraft, part: SealedPart, rendition: Page['renditions'][number]) => {
  const under = draft.articles.filter(({ isUnderBanner, parts }) => isUnderBanner && parts[0]?.page === page.no)
  return {
    no: page.no,
    label: page.label,
    ...(page.name && { name: page.name }),
    ...(page.editors && { editors: page.editors }),
    ...(page.banner && { banner: { text: page.banner, articles: under.map(({ id }) => id) } }),
    part: part.entry.name,
    renditions: [rendition],
  }
}

/**
 * Makes the files of the bundle: seals the parts, encodes issue.json, and reads both back with the reader's own codec,
 * so that nothing is written that a reader would refuse.
 */
export const finish = async (
  set: SetIssue,
  images: IssueImages,
  faces: readonly SealedPart[] = [],
): Promise<FinishedIssue> => {
  const { draft } = set
  const finishedPages = await Promise.all(
    draft.pages.map(async (page) => {
      const placed = regionsOn(page, set)
      const regions = placed.map(({ region }) => region)
      const label = { stem: `page-${twoDigits(page.no)}`, ending: 'json', role: 'page' }
      const part = await seal(label, encode(pagePartOf(placed, set.settings.get(page.no)?.setting)))
      const words = await sealedWords(page, placed)
      return { part, words, json: pageJson(page, draft, part, renditionOf(page, regions, set, images, words)) }
    }),
  )
  const facsimiles = draft.pages.flatMap(({ no }) => images.facsimiles.get(no) ?? [])
  const parts = [
    ...finishedPages.map(({ part }) => part),
    ...finishedPages.flatMap(({ words }) => words ?? []),
    // In the order of the draft, because the order of encoding varies.
    ...facsimiles.flatMap((one) => one.images),
    ...draft.pictures.flatMap(({ id }) => images.pictures.get(id) ?? []),
    ...(images.nameplate ? [images.nameplate] : []),
    ...faces,
    // Last, so that whoever saves the issue has all that is read before them.
    ...facsimiles.flatMap(({ levels }) => levels.flatMap(({ tiles }) => tiles)),
  ]
  // Pictures with the same bytes are one part.
  const unique = [...new Map(parts.map((part) => [part.entry.name, part])).values()]
  const raw = {
    format: currentFormat,
    paper: draft.paper,
    id: draft.id,
    date: draft.date,
    ...(draft.edition && { edition: draft.edition }),
    revision: draft.revision,
    ...(draft.publishedAt && { publishedAt: draft.publishedAt }),
    lang: draft.lang,
    masthead: { ...draft.masthead, ...(images.nameplate && { nameplate: images.nameplate.entry.name }) },
    pages: finishedPages.map(({ json }) => json),
    articles: draft.articles.map(articleJson),
    pictures: draft.pictures.map(({ id, width, height, alt }) => ({
      id,
      width,
      height,
      ...(alt && { alt }),
      images: (images.pictures.get(id) ?? []).map(({ entry }) => entry.name),
    })),
    parts: unique.map(({ entry }) => entry),
  }
  const issueJson = encode(raw)
  const issue = decodeIssue(issueJson)
  finishedPages.forEach(({ part, words }, index) => {
    decodePagePart(part.bytes, part.entry.name, issue)
    const page = issue.pages[index]
    if (words && page) decodePageWords(words.bytes, words.entry.name, page)
  })
  return { issue, issueJson, parts: unique }
}
