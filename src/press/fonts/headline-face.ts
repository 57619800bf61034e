import type { Article } from '@/bundle/issue'
import { drawingOf } from '@/text/advance'
import { seal, type SealedPart } from '../model/seal'
import { buildFace } from './build-face'
import { sourceGlyphs } from './source-face'

/** Role of the part that holds an issue's headline face. [B5] */
export const headlineFaceRole = 'headline-face'
const weight = 900

/** The texts of an issue that are set as titles. */
export interface TitledIssue {
  readonly name: string
  readonly articles: readonly (Pick<Article, 'headline' | 'workingTitle' | 'rubric'> & {
    readonly isVertical?: boolean
  })[]
  readonly pages: readonly { readonly banner?: string | undefined }[]
  readonly heads: readonly string[]
  /** The whole paper is set in vertical lines. */
  readonly isVertical: boolean
}

/**
 * The characters in titles that the setting face does not draw. Punctuation in vertical lines is left to the device's
 * fonts, which have its vertical forms (turned, or in another corner); this face does not.
 */
const titleCharacters = ({ name, articles, pages, heads, isVertical }: TitledIssue): Set<string> => {
  const ofArticles = articles.map(({ headline, workingTitle, rubric, isVertical: isDown }) => ({
    text: `${headline ?? workingTitle ?? ''}${rubric ?? ''}`,
    isDown: isVertical || isDown,
  }))
  const others = [name, ...pages.map(({ banner }) => banner), ...heads].join('')
  const titles = [...ofArticles, { text: others, isDown: isVertical }]
  const down = new Set(titles.filter(({ isDown }) => isDown).flatMap(({ text }) => [...text]))
  return new Set(
    titles
      .flatMap(({ text }) => [...text])
      .filter((character) => drawingOf(character, 'bold') === 'wide')
      .filter((character) => !(down.has(character) && /\p{P}/u.test(character))),
  )
}

/** Cuts the issue's headline face: the characters of its titles in a heavy weight, every Han character one em wide. */
export const cutHeadlineFace = async (titled: TitledIssue): Promise<SealedPart | undefined> => {
  const characters = titleCharacters(titled)
  if (characters.size === 0) return undefined
  const glyphs = await sourceGlyphs(characters, weight)
  const bytes = await buildFace(glyphs, { family: 'Banmian Headline', style: 'Black' })
  return seal({ stem: 'headline-face', ending: 'woff2', role: headlineFaceRole }, bytes)
}
