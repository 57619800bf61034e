import type { DeskArticle, DeskState } from '@/press/preview/desk-record'

const box = (x: number, y: number, width: number, height: number): number[] => [
  ...[x, y, x + width, y],
  ...[x + width, y + height, x, y + height],
]

/** An article that begins on the first page, unless something else is said of it. */
export const deskArticle = (key: string, changed: Partial<DeskArticle> = {}): DeskArticle => ({
  key,
  kind: 'news',
  titles: { rubric: '', kicker: '', headline: `标题 ${key}`, deck: '', byline: '' },
  parts: [
    { page: 0, outlines: [box(0, 0, 100, 100)], blocks: [{ kind: 'paragraph', text: '第一段。', isContinued: false }] },
  ],
  ...changed,
})

/** An issue of two pages: a large article with a small one inside its outline, which goes on on the second page. */
export const deskState = (changed: Partial<DeskState> = {}): DeskState => ({
  version: '1',
  lang: 'zh-Hans',
  paper: '河滨日报',
  date: '2024-05-25',
  issueNo: '8123',
  kind: 'epaper-html',
  corrections: 'corrections.yaml',
  counts: { applied: 0, needless: 0, notApplied: 0 },
  undoable: 0,
  reader: '/2024-05-25/',
  isBuilding: false,
  pages: [
    { label: 'A01', name: '要闻', width: 1000, height: 1400, picture: '/desk/pages/0.webp?1' },
    { label: 'A02', name: '本地', width: 1000, height: 1400, picture: '/desk/pages/1.webp?1' },
  ],
  articles: [
    deskArticle('large', {
      parts: [{ page: 0, outlines: [box(0, 0, 800, 800)], blocks: [] }],
    }),
    deskArticle('small', {
      parts: [
        { page: 0, outlines: [box(100, 100, 200, 200)], blocks: [] },
        { page: 1, outlines: [box(0, 0, 500, 500)], blocks: [] },
      ],
    }),
    deskArticle('second', { parts: [{ page: 1, outlines: [box(500, 0, 500, 500)], blocks: [] }] }),
  ],
  entries: [],
  findings: [],
  ...changed,
})
