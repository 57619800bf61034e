/** The texts of the title block, of an article of an issue or of its search text. */
export interface TitleTexts {
  readonly rubric?: string | undefined
  readonly kicker?: string | undefined
  readonly headline?: string | undefined
  readonly workingTitle?: string | undefined
  readonly deck?: readonly string[] | undefined
  readonly byline?: string | undefined
}

/** One text of the title block; `line` is its index in the deck. */
export interface TitleField {
  readonly name: 'rubric' | 'kicker' | 'headline' | 'deck' | 'byline'
  readonly line: number
  readonly text: string
}

/** The texts of the title block in reading order. A working title counts as the headline. */
export const titleFieldsOf = (article: TitleTexts): TitleField[] => {
  const field = (name: TitleField['name'], text: string | undefined, line = 0): TitleField[] =>
    text ? [{ name, line, text }] : []
  return [
    ...field('rubric', article.rubric),
    ...field('kicker', article.kicker),
    ...field('headline', article.headline ?? article.workingTitle),
    ...(article.deck ?? []).flatMap((text, line) => field('deck', text, line)),
    ...field('byline', article.byline),
  ]
}
