import type { Article, Issue, Page } from '@/bundle/issue'
import type { PagePart, Piece } from '@/bundle/page-part'
import type { Setting } from '@/bundle/setting'
import type { ScriptName } from './script'

/** Rewrites a text, character by character. */
export type Rewrite = (text: string) => string

/** Whether text in a language needs rewriting: Chinese that is not in the script already. */
export const isOtherScript = (lang: string, script: ScriptName): boolean => {
  if (!/^zh\b/i.test(lang)) return false
  const isTraditional = /^zh-(hant|tw|hk|mo)\b/i.test(lang)
  return isTraditional !== (script === 'traditional')
}

/** The record with the named texts rewritten; absent ones stay absent. */
const withTexts = <Name extends string, Row extends { readonly [Key in Name]?: string | undefined }>(
  row: Row,
  names: readonly Name[],
  write: Rewrite,
): Row => ({
  ...row,
  ...Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, write(row[name])]]))),
})

const editorsIn = (editors: NonNullable<Page['editors']>, write: Rewrite): NonNullable<Page['editors']> =>
  editors.map(({ role, names }) => ({ role: write(role), names: names.map(write) }))

const pageIn = (page: Page, write: Rewrite): Page => ({
  ...withTexts(page, ['name'], write),
  ...(page.editors && { editors: editorsIn(page.editors, write) }),
  ...(page.banner && { banner: withTexts(page.banner, ['text'], write) }),
  renditions: page.renditions.map((rendition) => ({
    ...rendition,
    regions: rendition.regions.map((region) => ({
      ...region,
      ...(region.continuedOn && { continuedOn: withTexts(region.continuedOn, ['text'], write) }),
      ...(region.continuedFrom && { continuedFrom: withTexts(region.continuedFrom, ['text'], write) }),
    })),
  })),
})

const articleIn = (article: Article, write: Rewrite): Article => ({
  ...withTexts(article, ['rubric', 'kicker', 'headline', 'workingTitle', 'byline'], write),
  ...(article.deck && { deck: article.deck.map(write) }),
  ...(article.withdrawn && { withdrawn: withTexts(article.withdrawn, ['notice'], write) }),
})

const same: Rewrite = (text) => text

/** All displayed texts of issue.json rewritten, each article according to its own language. */
export const issueInScript = (issue: Issue, script: ScriptName, rewrite: Rewrite): Issue => {
  const writeFor = (lang: string): Rewrite => (isOtherScript(lang, script) ? rewrite : same)
  const write = writeFor(issue.lang)
  const { masthead } = issue
  return {
    ...issue,
    paper: withTexts(issue.paper, ['name'], write),
    masthead: {
      ...withTexts(masthead, ['weekday', 'lunarDate', 'address', 'hotline', 'permit', 'notice'], write),
      ...(masthead.channels && { channels: masthead.channels.map(write) }),
      ...(masthead.editors && { editors: editorsIn(masthead.editors, write) }),
    },
    pages: issue.pages.map((page) => pageIn(page, write)),
    articles: issue.articles.map((article) => articleIn(article, writeFor(article.lang ?? issue.lang))),
    pictures: issue.pictures.map((picture) => withTexts(picture, ['alt'], write)),
    // The faces of titles have only the printed characters, and a title in two faces would look worse than one in the
    // device's own.
    parts: write === same ? issue.parts : issue.parts.filter(({ role }) => !/^(?:headline|title)-face/.test(role)),
  }
}

/** Text and setting of a page, rewritten; every leaf keeps its length. */
export const partInScript = (part: PagePart, issue: Issue, script: ScriptName, rewrite: Rewrite): PagePart => {
  const writeFor = (id?: string): Rewrite => {
    const lang = issue.articles.find((article) => article.id === id)?.lang ?? issue.lang
    return isOtherScript(lang, script) ? rewrite : same
  }
  const pieceIn = (piece: Piece): Piece => ({
    ...piece,
    blocks: piece.blocks.map((block) => ({ ...block, leaves: block.leaves.map(writeFor(piece.article)) })),
  })
  const settingIn = (setting: Setting): Setting => ({
    ...setting,
    furniture: setting.furniture.map((line) => withTexts(line, ['text'], writeFor())),
    articles: setting.articles.map((set) => ({
      ...set,
      ...(set.titles && { titles: set.titles.map((title) => withTexts(title, ['text'], writeFor(set.article))) }),
      ...(set.jumps && { jumps: set.jumps.map((jump) => withTexts(jump, ['text'], writeFor(set.article))) }),
    })),
  })
  return { pieces: part.pieces.map(pieceIn), ...(part.setting && { setting: settingIn(part.setting) }) }
}
