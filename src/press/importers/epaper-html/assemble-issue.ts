import { posix } from 'node:path'
import type { Outline } from '@/bundle/region'
import { canonicalLabel } from '@/text/page-label'
import type { Report } from '../../report'
import { kindOfTitle } from '../printed/kind-of-title'
import type { PrintedArticle, PrintedIssue, PrintedPage } from '../printed/printed-issue'
import type { SourceFiles } from '../printed/printed-source'
import { dateIn, type SavedFiles } from './addresses'
import type { EpaperArticle } from './article-file'
import { labelAndName, type EpaperPage } from './page-file'
import { pagePictureOf, outlineOfArea, type SavedPicture } from './page-picture'

/** All that was read of a saved site. */
export interface SavedSite {
  readonly pages: readonly EpaperPage[]
  readonly articles: readonly EpaperArticle[]
  readonly saved: SavedFiles
  readonly measure: SourceFiles['measure']
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
/** Two short texts may be the same by chance: 广告. */
const shortestTwin = 20

/** The day of the issue; undefined if there are several, which is reported. */
const dayOf = ({ pages, articles }: SavedSite, report: Report): { readonly date: string | undefined } | undefined => {
  const days = [...new Set((pages.length > 0 ? pages : articles).flatMap(({ date }) => date ?? []))].sort()
  if (days.length > 1) {
    report.add('several-days', { file: '.' }, { days: days.slice(0, 6).join(', ') })
    return undefined
  }
  return { date: days[0] }
}

/** In the order of the site's own list of pages; what is not in it comes last. */
const inOrder = (pages: readonly EpaperPage[], report: Report): EpaperPage[] => {
  const list = pages.reduce<EpaperPage['pages']>(
    (longest, page) => (page.pages.length > longest.length ? page.pages : longest),
    [],
  )
  const places = new Map(list.map(({ path }, index) => [path, index]))
  const known = new Set(pages.map(({ file }) => file))
  const absent = list.filter(({ path, text }) => !known.has(path) && labelAndName(text).label !== undefined)
  if (absent.length > 0)
    report.add(
      'page-not-saved',
      { file: pages[0]?.file ?? '.' },
      { pages: absent.map(({ text }) => labelAndName(text).label ?? '').join(', ') },
    )
  const placeOf = ({ file }: EpaperPage): number => places.get(file) ?? list.length
  return [...pages].sort(
    (a, b) => placeOf(a) - placeOf(b) || (a.label ?? a.file).localeCompare(b.label ?? b.file, 'en', { numeric: true }),
  )
}

/** Pages of a site whose articles alone were saved: those that the articles name. */
const pagesOfArticles = (articles: readonly EpaperArticle[]): EpaperPage[] =>
  [...new Set(articles.map(({ page }) => canonicalLabel(page ?? '1')))]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((label) => ({ file: '', label, areas: [], articles: [], pages: [] }))

/** The articles of each page by their paths: what its picture leads to, else its list, without what other pages' pictures lead to. */
const pathsOnPages = (pages: readonly EpaperPage[], articles: ReadonlyMap<string, EpaperArticle>): string[][] => {
  const claimed = new Set(pages.flatMap(({ areas }) => areas.map(({ article }) => article)))
  return pages.map((page) => {
    if (page.areas.length > 0) return [...new Set(page.areas.map(({ article }) => article))]
    return page.articles.flatMap(({ path }) => {
      const label = articles.get(path)?.page
      const isElsewhere =
        label !== undefined && page.label !== undefined && canonicalLabel(label) !== canonicalLabel(page.label)
      const isOfAnotherDay = page.date !== undefined && (dateIn(path) ?? page.date) !== page.date
      const isNearby = posix.dirname(path) === posix.dirname(page.file) || articles.has(path)
      return claimed.has(path) || isElsewhere || isOfAnotherDay || !isNearby ? [] : [path]
    })
  })
}

interface Found {
  readonly path: string
  readonly article: EpaperArticle | undefined
  readonly title: string
  /** Indices of its pages. */
  readonly pages: Set<number>
  /** Other paths under which the site has it. */
  readonly twins: Set<string>
}

const addressesOf = ({ path, article, twins }: Found): string[] =>
  article?.url ? [article.url] : [path, ...twins].filter((one) => dateIn(one) !== undefined).map((one) => `/${one}`)

/** Puts a saved site together as an issue; undefined if nothing of one was found, or more than one, which is reported. */
export const assembleIssue = async (site: SavedSite, report: Report): Promise<PrintedIssue | undefined> => {
  const { articles, saved, measure } = site
  if (site.pages.length + articles.length === 0) {
    report.add('nothing-saved', { file: '.' }, {})
    return undefined
  }
  const day = dayOf(site, report)
  if (!day) return undefined
  const pages = site.pages.length > 0 ? inOrder(site.pages, report) : pagesOfArticles(articles)
  const byPath = new Map(articles.map((article) => [article.file, article]))
  const textOf = (path: string): string => bare((byPath.get(path)?.paragraphs ?? []).map(({ text }) => text).join(''))

  const found = new Map<string, Found>()
  const byText = new Map<string, Found>()
  const place = (address: string, page: number, linked: string): void => {
    const path = byPath.has(address) ? address : (saved.find(`/${address}`, address) ?? address)
    const article = byPath.get(path)
    const title = article?.headline ?? linked
    const text = textOf(path)
    const key = `${bare(title)}\n${text}`
    const known = found.get(path) ?? (text.length >= shortestTwin ? byText.get(key) : undefined)
    if (known) {
      known.pages.add(page)
      if (known.path !== path) known.twins.add(path)
      return void found.set(path, known)
    }
    const first: Found = { path, article, title, pages: new Set([page]), twins: new Set() }
    found.set(path, first)
    byText.set(key, first)
  }
  const onPages = pathsOnPages(pages, byPath)
  const linkTexts = new Map(
    pages.flatMap(({ articles: links }) => links.map(({ path, text }) => [path, text] as const)),
  )
  onPages.forEach((paths, page) => paths.forEach((path) => place(path, page, linkTexts.get(path) ?? '')))
  for (const { file, page: label } of articles) {
    if (found.has(file)) continue
    const at = pages.findIndex(
      (page) => label !== undefined && canonicalLabel(page.label ?? '') === canonicalLabel(label),
    )
    if (at < 0 && site.pages.length > 0) report.add('article-without-page', { file }, {})
    place(file, Math.max(0, at), '')
  }

  const pictures: (SavedPicture | undefined)[] = []
  for (const page of pages) pictures.push(site.pages.length > 0 ? await pagePictureOf(page, saved, measure) : undefined)
  const outside = new Set<number>()
  const outlinesOf = ({ path, twins }: Found, index: number): Outline[] => {
    const picture = pictures[index]
    if (!picture) return []
    return (pages[index]?.areas ?? []).flatMap(({ article, corners }) => {
      const own = byPath.has(article) ? article : (saved.find(`/${article}`, article) ?? article)
      if (own !== path && !twins.has(own)) return []
      const { outline, isOutside } = outlineOfArea(corners, picture)
      if (isOutside) outside.add(index)
      return [outline]
    })
  }
  const unique = [...new Set(found.values())]
  const unsaved = unique.filter(({ article }) => article === undefined)
  if (unsaved.length > 0) report.add('article-not-saved', { file: '.' }, { count: String(unsaved.length) })

  const printed = unique.map((one): PrintedArticle => {
    const { article, title, path } = one
    const blocks = (article?.paragraphs ?? []).map(({ kind, text }) => ({ kind, text, words: [] }))
    const shown = (article?.pictures ?? []).flatMap(({ src, alt }) => {
      const file = saved.find(src, path)
      return file === undefined ? [] : [{ file, ...(alt && { alt }) }]
    })
    return {
      sourceId: posix.basename(path),
      kind: kindOfTitle(title, blocks.length > 0),
      ...(article?.kicker && { kicker: article.kicker }),
      ...(title && { headline: title }),
      ...(article?.deck && { deck: [article.deck] }),
      ...(article?.byline && { byline: article.byline }),
      parts: [...one.pages].map((page, index) => ({
        page,
        outlines: outlinesOf(one, page),
        blocks: index === 0 ? blocks : [],
        titles: [],
      })),
      ...(shown.length > 0 && { pictures: shown }),
      oldAddresses: addressesOf(one),
    }
  })
  for (const index of outside)
    report.add('area-outside-picture', { file: pages[index]?.file ?? '.', page: index + 1 }, {})

  const paper = pages.find((page) => page.paper !== undefined)?.paper
  const names = new Map(
    pages.flatMap((page) => page.pages.map(({ path, text }) => [path, labelAndName(text)] as const)),
  )
  return {
    paper: { ...(paper && { name: paper }), lang: 'zh-Hans' },
    date: day.date,
    pages: pages.map((page, index): PrintedPage => {
      const picture = pictures[index]
      const name = page.name ?? names.get(page.file)?.name
      const isInDatedFolder = dateIn(page.file) !== undefined
      return {
        label: page.label ?? names.get(page.file)?.label ?? String(index + 1),
        ...(name && { name }),
        ...(picture
          ? { width: picture.width, height: picture.height, ...(picture.file && { picture: picture.file }) }
          : { width: 0, height: 0, isWithoutLayout: true }),
        ...(isInDatedFolder && { oldAddresses: [`/${page.file}`] }),
      }
    }),
    articles: printed,
  }
}
