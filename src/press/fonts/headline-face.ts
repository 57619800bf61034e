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
  readonly articles: readonly Pick<Article, 'headline' | 'workingTitle' | 'rubric'>[]
  readonly pages: readonly { readonly banner?: string | undefined }[]
  readonly heads: readonly string[]
}

/** The characters of the titles that the setting face does not draw. */
const titleCharacters = ({ name, articles, pages, heads }: Titled): Set<string> => {
  const titles = [
    name,
    ...articles.flatMap(({ headline, workingTitle, rubric }) => [headline ?? workingTitle, rubric]),
    ...pages.map(({ banner }) => banner),
    ...heads,
  ]
  return new Set([...titles.join('')].filter((character) => drawingOf(character, 'bold') === 'wide'))
}

/** The headline face: every character of its titles, every Han character one em, in a heavy cut. */
export const cutHeadlineFace = async (titled: Titled): Promise<SealedPart | undefined> => {
  const characters = titleCharacters(titled)
  if (characters.size === 0) return undefined
  const glyphs = await sourceGlyphs(characters, weight)
  const bytes = await buildFace(glyphs, { family: 'Banmian Headline', style: 'Black' })
  return seal({ stem: 'headline-face', ending: 'woff2', role: headlineFaceRole }, bytes)
}
