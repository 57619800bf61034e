import type { Article } from '@/bundle/issue'
import { drawingOf } from '@/text/advance'
import { seal, type SealedPart } from '../model/seal'
import { buildFace } from './build-face'
import { sourceGlyphs } from './source-face'

/** Role of the part that holds an issue's headline face. [B5] */
export const headlineFaceRole = 'headline-face'
const weight = 900

/** What of an issue is set as a title. */
export interface Titled {
  readonly name: string
  readonly articles: readonly (Pick<Article, 'headline' | 'workingTitle' | 'rubric'> & {
    readonly isVertical?: boolean
  })[]
  readonly pages: readonly { readonly banner?: string | undefined }[]
  readonly heads: readonly string[]
  /** Lines of the whole paper run down. */
  readonly isVertical: boolean
}

/**
 * The characters of the titles that the setting face does not draw. Marks that stand in lines running down are left to the
 * device's faces: they have the forms that such lines want, turned or in another corner, and the cut face has not.
 */
const titleCharacters = ({ name, articles, pages, heads, isVertical }: Titled): Set<string> => {
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

/** The headline face: every character of its titles, every Han character one em, in a heavy cut. */
export const cutHeadlineFace = async (titled: Titled): Promise<SealedPart | undefined> => {
  const characters = titleCharacters(titled)
  if (characters.size === 0) return undefined
  const glyphs = await sourceGlyphs(characters, weight)
  const bytes = await buildFace(glyphs, { family: 'Banmian Headline', style: 'Black' })
  return seal({ stem: 'headline-face', ending: 'woff2', role: headlineFaceRole }, bytes)
}
