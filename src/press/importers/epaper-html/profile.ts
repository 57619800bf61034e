import * as v from 'valibot'
import { said } from '../../findings/chinese/reasons'

const selectors = v.pipe(
  v.union(
    [
      v.pipe(
        v.string(),
        v.transform((one) => [one]),
      ),
      v.array(v.string()),
    ],
    said('it has to be a text, or a list of texts'),
  ),
  v.maxLength(20),
  v.readonly(),
)

/**
 * `epaper.yaml` next to a saved site: where its pages have what, as CSS selectors. Each is optional; what it leaves out is looked for where
 * the common systems have it.
 */
export const profileRecord = v.strictObject({
  /** The name of the paper. */
  paper: v.optional(v.string()),
  /** Links to the pages of the issue. */
  pages: v.optional(selectors),
  /** The names of these pages, if the links do not say them: as many as links, in the same order. */
  page_names: v.optional(selectors),
  /** The link to the page's PDF. */
  page_pdf: v.optional(selectors),
  /** The picture of the page. */
  page_picture: v.optional(selectors),
  /** Links to the articles of a page. */
  articles: v.optional(selectors),
  headline: v.optional(selectors),
  kicker: v.optional(selectors),
  deck: v.optional(selectors),
  byline: v.optional(selectors),
  /** The element with the text of an article. */
  text: v.optional(selectors),
})
export type EpaperProfile = v.InferOutput<typeof profileRecord>

/** Where the systems that most papers use have it; the site's own profile comes first. */
const common = {
  headline: ['founder-title', '#main-title', '#Title', '.xha-view-title h1', '.article h1', '.title1', 'h1'],
  kicker: ['#intro-title', '#PreTitle', '.introtitle'],
  deck: ['#sub-title', '#SubTitle', '.subtitle'],
  byline: ['founder-author', '#author', '.article > .sec'],
  text: [
    'founder-content',
    '#ozoom',
    '#article_view_content',
    '.newsdetatext',
    '#contenttext',
    '#news_content',
    'cms-content',
    '#content',
    '.content',
  ],
} as const satisfies Partial<Record<keyof EpaperProfile, readonly string[]>>

/** The selectors to try for a thing, in order. */
export const selectorsFor = (profile: EpaperProfile, what: keyof typeof common): readonly string[] => [
  ...(profile[what] ?? []),
  ...common[what],
]
