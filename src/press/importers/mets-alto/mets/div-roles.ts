import type { ArticleKind } from '@/bundle/issue'

/** What a division is in a newspaper. */
export type DivRole =
  | { readonly is: 'article'; readonly kind: ArticleKind }
  | { readonly is: 'section' | 'masthead' | 'heading' | 'insideHeading' | 'group' | 'paragraph' | 'image' }
  | { readonly is: 'kicker' | 'headline' | 'deck' | 'byline' | 'text' }

const news: DivRole = { is: 'article', kind: 'news' }
const advert: DivRole = { is: 'article', kind: 'advert' }
const notice: DivRole = { is: 'article', kind: 'notice' }
const picture: DivRole = { is: 'article', kind: 'picture' }
const kinds = (role: DivRole, ...types: string[]): [string, DivRole][] => types.map((type) => [type, role])

/**
 * What the types of divisions mean in the profiles that are known (docWorks, ENMAP, BnF, RERO, ANDP), in capital letters without
 * underscores. A type that is not here is a group if it has divisions inside, else text.
 */
const usual: ReadonlyMap<string, DivRole> = new Map([
  ...kinds(
    news,
    'ARTICLE',
    'SERIAL',
    'FEUILLETON',
    'LETTER',
    'INTERVIEW',
    'REVIEW',
    'ESSAY',
    'EDITORIAL',
    'STORY',
    'NEWS',
    'POEM',
  ),
  ...kinds(news, 'CHAPTER', 'LITERATURE', 'SHIPPING', 'COMMENTARY', 'REPORT', 'ARTICLESEGMENT'),
  ...kinds(
    advert,
    'ADVERTISEMENT',
    'ADVERTISING',
    'ADVERT',
    'AD',
    'ADVERTISEMENTS',
    'CLASSIFIED',
    'CLASSIFIEDS',
    'CLASSIFIEDAD',
  ),
  ...kinds(
    notice,
    'NOTICE',
    'DEATHNOTICE',
    'BIRTHNOTICE',
    'OBITUARY',
    'WEATHER',
    'ANNOUNCEMENT',
    'FAMILYNOTICE',
    'OFFICIALNOTICE',
  ),
  ...kinds(
    picture,
    'PICTURE',
    'ILLUSTRATION',
    'PHOTO',
    'PHOTOGRAPH',
    'CARTOON',
    'COMIC',
    'COMICSTRIP',
    'DRAWING',
    'GRAPHIC',
    'MAP',
  ),
  ...kinds({ is: 'section' }, 'SECTION', 'RUBRIC', 'COLUMNSECTION'),
  ...kinds({ is: 'masthead' }, 'TITLESECTION', 'MASTHEAD', 'TITLEHEAD', 'IMPRINT', 'PUBLISHINGSTMT', 'PUBLISHINGINFO'),
  ...kinds({ is: 'heading' }, 'HEADING', 'HEADER', 'HEAD'),
  ...kinds({ is: 'insideHeading' }, 'INSIDEHEADING', 'CROSSHEADING', 'SUBHEADING', 'INTERTITLE', 'INSIDETITLE'),
  ...kinds({ is: 'headline' }, 'TITLE', 'HEADLINE', 'MAINTITLE'),
  ...kinds({ is: 'kicker' }, 'OVERLINE', 'KICKER', 'OVERTITLE', 'SUPERTITLE', 'PRETITLE'),
  ...kinds({ is: 'deck' }, 'SUBTITLE', 'SUBHEADLINE', 'DECK', 'SUBHEAD', 'UNDERTITLE'),
  ...kinds({ is: 'byline' }, 'AUTHOR', 'BYLINE'),
  ...kinds({ is: 'paragraph' }, 'PARAGRAPH'),
  ...kinds({ is: 'image' }, 'IMAGE'),
  ...kinds(
    { is: 'group' },
    'BODY',
    'BODYCONTENT',
    'CONTENT',
    'ISSUE',
    'VOLUME',
    'NEWSPAPER',
    'PAGE',
    'ARTICLEPART',
    'TABLE',
  ),
])

export const roleOf = (type: string, own: ReadonlyMap<string, DivRole> | undefined): DivRole =>
  own?.get(type) ?? usual.get(type) ?? { is: 'group' }
