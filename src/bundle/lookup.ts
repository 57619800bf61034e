import type { ArticleId, PageNo, PartName, PictureId } from './ids'
import type { Article, Issue, Masthead, Page, PartEntry, Picture } from './issue'

export const findPage = (issue: Issue, no: PageNo | number): Page | undefined => issue.pages[no - 1]

/** Of each issue in use, worked out once: lists ask for every article. */
const knownArticles = new WeakMap<Issue, ReadonlyMap<string, Article>>()

export const findArticle = (issue: Issue, id: string): Article | undefined => {
  const known = knownArticles.get(issue) ?? new Map(issue.articles.map((article) => [article.id, article]))
  knownArticles.set(issue, known)
  return known.get(id)
}

export const findPicture = (issue: Issue, id: PictureId): Picture | undefined =>
  issue.pictures.find((picture) => picture.id === id)

export const findPart = (issue: Issue, name: PartName): PartEntry | undefined =>
  issue.parts.find((part) => part.name === name)

/** Articles that have a part on the page, without duplicates, in the order of the page's first rendition. */
export const articlesOn = (issue: Issue, page: Page): Article[] => {
  const ids = new Set<ArticleId>(page.renditions[0]?.regions.map(({ article }) => article))
  return [...ids].flatMap((id) => findArticle(issue, id) ?? [])
}

/** The headline, or what is used in its place. Adverts and picture pages may have neither. */
export const titleOf = (
  article: Pick<Article, 'headline' | 'workingTitle' | 'kicker' | 'rubric'>,
): string | undefined => article.headline ?? article.workingTitle ?? article.kicker ?? article.rubric

/** 总第…期 and 第…期 as printed; undefined where they are not. */
export const printedNumbersOf = ({ serialNo, serialNoPrinted, issueNo, issueNoPrinted }: Masthead) => ({
  serial: serialNoPrinted ?? serialNo?.toString(),
  issue: issueNoPrinted ?? issueNo?.toString(),
})

/** Title of the lead on page one, for lists of issues. */
export const leadTitleOf = ({ pages, articles }: Issue): string | undefined => {
  const first = pages[0]?.renditions[0]?.regions[0]?.article
  const lead = articles.find(({ id }) => id === first)
  return lead && titleOf(lead)
}
