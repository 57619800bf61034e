import { findSpans, type SearchTerm, type Span } from '@/text/search-query'
import { titleFieldsOf, type TitleField, type TitleTexts } from './title-fields'

/** An occurrence of the query: in a text of the title block, or in the article's text. */
export interface ArticleHit {
  readonly at: { readonly kind: 'title'; readonly field: TitleField } | { readonly kind: 'text' }
  /** Range in that text, in UTF-16 code units. */
  readonly span: Span
}

/** Every occurrence in reading order: the title block, then the text. */
export const hitsOf = (titles: TitleTexts, text: string, terms: readonly SearchTerm[]): ArticleHit[] => [
  ...titleFieldsOf(titles).flatMap((field) =>
    findSpans(field.text, terms).map((span): ArticleHit => ({ at: { kind: 'title', field }, span })),
  ),
  ...findSpans(text, terms).map((span): ArticleHit => ({ at: { kind: 'text' }, span })),
]
