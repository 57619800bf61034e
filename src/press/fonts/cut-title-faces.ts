import { titleFaces, type Setting, type SetTitle, type TitleFace } from '@/bundle/setting'
import { titleFaceOf, titleTextOf } from '@/bundle/setting-title'
import type { Article } from '@/bundle/issue'
import { drawingOf } from '@/text/advance'
import { seal, type SealedPart } from '../model/seal'
import { buildFace } from './build-face'
import { sourceGlyphs } from './source-face'

/** What is set as titles in an issue. */
export interface TitledIssue {
  /** The paper's name, set in the face of the headlines. */
  readonly name: string
  readonly articles: readonly (Pick<Article, 'headline' | 'workingTitle' | 'deck' | 'rubric' | 'kicker' | 'byline'> & {
    readonly id: string
  })[]
  /** Of its typeset pages. */
  readonly settings: readonly Pick<Setting, 'articles' | 'furniture'>[]
}

/** How a face is cut, and the role of its part. [B5] */
interface Cut {
  readonly role: string
  readonly family: string
  readonly style: string
  readonly weight: number
}
const cuts: Readonly<Record<TitleFace, Cut>> = {
  song: { role: 'headline-face', family: 'Banmian Headline', style: 'Black', weight: 900 },
  hei: { role: 'title-face-hei', family: 'Banmian Hei', style: 'Bold', weight: 800 },
  kai: { role: 'title-face-kai', family: 'Banmian Kai', style: 'Bold', weight: 700 },
}

/** All faces of an issue together have at most so many bytes; the headlines in 宋 come first, then 黑, then 楷. */
const mostBytes = 160_000

/** A text, and whether it runs down. */
interface SetText {
  readonly text: string
  readonly isDown: boolean
  /** Of an article's title; absent: a nameplate, a banner. */
  readonly role?: SetTitle['role']
}

/** Every text of an issue that is set in a face of titles. */
export const titleTexts = ({ name, articles, settings }: TitledIssue): Readonly<Record<TitleFace, SetText[]>> => {
  const texts: Record<TitleFace, SetText[]> = { song: [{ text: name, isDown: false }], hei: [], kai: [] }
  const byId = new Map(articles.map((article) => [article.id, article]))
  for (const { articles: set, furniture } of settings) {
    for (const { role, text, writing } of furniture)
      if (role === 'nameplate' || role === 'banner') texts.song.push({ text, isDown: writing === 'vertical' })
    for (const { article: id, titles = [] } of set) {
      const article = byId.get(id)
      if (!article) continue
      for (const title of titles)
        texts[titleFaceOf(title)].push({
          text: titleTextOf(article, title),
          isDown: title.writing === 'vertical',
          role: title.role,
        })
    }
  }
  return texts
}

/**
 * The characters that the setting face does not draw. Punctuation in vertical lines is left to the device's
 * fonts, which have its vertical forms (turned, or in another corner); these faces do not.
 */
const charactersIn = (texts: readonly SetText[]): Set<string> => {
  const down = new Set(texts.filter(({ isDown }) => isDown).flatMap(({ text }) => [...text]))
  return new Set(
    texts
      .flatMap(({ text }) => [...text])
      .filter((character) => drawingOf(character, 'bold') === 'wide')
      .filter((character) => !(down.has(character) && /\p{P}/u.test(character))),
  )
}

const cutFace = async (face: TitleFace, texts: readonly SetText[]): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const { family, style, weight } = cuts[face]
  const glyphs = await sourceGlyphs(charactersIn(texts), weight, face)
  return glyphs.length > 0 ? buildFace(glyphs, { family, style }) : undefined
}

/** The texts of a face; then, in case that is too much, without bylines, which are small. */
const selections = (texts: readonly SetText[]): readonly (readonly SetText[])[] => {
  const larger = texts.filter(({ role }) => role !== 'byline')
  return larger.length < texts.length ? [texts, larger] : [texts]
}

/**
 * Cuts the issue's faces of titles: the characters that its titles use, every Han character one em wide. A face that would be too much is
 * left out, and a device's own takes its place.
 */
export const cutTitleFaces = async (titled: TitledIssue): Promise<readonly SealedPart[]> => {
  const texts = titleTexts(titled)
  const parts: SealedPart[] = []
  let bytesLeft = mostBytes
  for (const face of titleFaces)
    for (const selected of selections(texts[face])) {
      const bytes = await cutFace(face, selected)
      if (!bytes || (face !== 'song' && bytes.byteLength > bytesLeft)) continue
      bytesLeft -= bytes.byteLength
      const { role } = cuts[face]
      parts.push(await seal({ stem: role, ending: 'woff2', role }, bytes))
      break
    }
  return parts
}
