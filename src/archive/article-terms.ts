import { headLinesOf, titleLinesOf, type ArchivedArticle } from './archived-article'
import { sumOf } from './checked-bytes'
import type { Folding } from './folding'
import { termFields, termKey } from './term-key'
import { termsOfText, type OnIrregular } from './terms'

/** The key of a page's name. */
export const sectionKey = (name: string): number =>
  termKey(termFields.section, sumOf(new TextEncoder().encode(name), termFields.section))

/** The names of the pages an article is on, each once. */
export const sectionsOf = ({ pages }: ArchivedArticle): ReadonlySet<string> =>
  new Set(pages.flatMap(({ name }) => name ?? []))

/** The keys of all terms of an article: of all that it says, again of its titles, and the names of its pages. */
export const termsOfArticle = (record: ArchivedArticle, folding: Folding, onIrregular: OnIrregular): Set<number> =>
  new Set([
    ...termsOfText([...titleLinesOf(record), record.text], folding, onIrregular),
    ...termsOfText(headLinesOf(record), folding, onIrregular, 'titles'),
    ...[...sectionsOf(record)].map(sectionKey),
  ])
