import { encode, type IssueJson, type PagePartJson } from '@/bundle/codec'
import { seal } from '@/press/model/seal'

/** A WebP of one grey dot: enough for a part that nobody looks at. */
const dot = Uint8Array.from(atob('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v89WAAAAA=='), (character) =>
  character.charCodeAt(0),
)

export const firstText = '报纸还是那张报纸，版面还是那个版面。'
const secondText = '手指点到哪一篇，哪一篇就展开。'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, leaves: [text] })
const cutAt = firstText.length + 1 + 6
const extent = firstText.length + 1 + secondText.length + 1

export const pageParts = (): [PagePartJson, PagePartJson] => [
  {
    pieces: [
      { article: 'aaa111', range: [0, cutAt], blocks: [paragraph(firstText), paragraph(secondText.slice(0, 6))] },
      { article: 'bbb222', range: [0, 4], blocks: [paragraph('短讯。')] },
    ],
    setting: {
      bodySize: 64,
      leading: 96,
      articles: [
        {
          article: 'aaa111',
          titles: [{ box: [200, 400, 2000, 280], role: 'headline', size: 200, lines: [7] }],
          frames: [{ box: [200, 800, 1280, 600], runs: [{ lines: [firstText.length] }, { lines: [[6, 0, 2000]] }] }],
          jumps: [{ box: [200, 1400, 1280, 96], role: 'continued-on', text: '▶下转第二版', size: 56, align: 'end' }],
        },
        { article: 'bbb222', frames: [{ box: [200, 1600, 1280, 96], runs: [{ lines: [3] }] }] },
      ],
      furniture: [],
      grounds: [],
    },
  },
  {
    pieces: [
      { article: 'aaa111', range: [cutAt, extent], blocks: [{ ...paragraph(secondText.slice(6)), continued: 'leaf' }] },
      {
        article: 'ccc333',
        range: [0, 7],
        blocks: [{ kind: 'picture', picture: 'pic001', leaves: ['桥', '本报制图'] }],
      },
    ],
  },
]

export interface SmallIssue {
  issue: IssueJson
  /** All other files. */
  files: Map<string, Uint8Array<ArrayBuffer>>
  /** The content of issue.sig; absent if there is none. */
  signature?: Uint8Array<ArrayBuffer>
}

/** Two pages, typeset and facsimile; an article cut inside a paragraph, a brief, a picture. `edit` changes the parts first. */
export const smallIssue = async (
  edit: (parts: [PagePartJson, PagePartJson]) => void = () => {},
): Promise<SmallIssue> => {
  const parts = pageParts()
  edit(parts)
  const sealed = {
    first: await seal({ stem: 'page-01', ending: 'json', role: 'page' }, encode(parts[0])),
    second: await seal({ stem: 'page-02', ending: 'json', role: 'page' }, encode(parts[1])),
    image: await seal({ stem: 'fit-02', ending: 'webp', role: 'facsimile', width: 1, height: 1 }, dot),
    picture: await seal(
      { stem: 'picture-1', ending: 'webp', role: 'picture', width: 1, height: 1 },
      Uint8Array.from([...dot, 0]),
    ),
  }
  const all = Object.values(sealed)
  return {
    issue: {
      format: '1.0',
      paper: {
        id: 'small.example',
        name: '小样报',
        lang: 'zh-Hans',
        timeZone: 'Asia/Shanghai',
        accent: '#9c1c1c',
        pageTurn: 'ltr',
      },
      id: '2026-01-05',
      date: '2026-01-05',
      revision: 1,
      lang: 'zh-Hans',
      masthead: { weekday: '星期一', lunarDate: '乙巳年冬月十七' },
      pages: [
        {
          no: 1,
          label: '1',
          name: '要闻',
          part: sealed.first.entry.name,
          renditions: [
            {
              kind: 'typeset',
              width: 5460,
              height: 7900,
              regions: [
                {
                  article: 'aaa111',
                  range: [0, cutAt],
                  outlines: [[200, 400, 2200, 400, 2200, 1500, 200, 1500]],
                  continuedOn: { text: '▶下转第二版', label: '2' },
                },
                { article: 'bbb222', range: [0, 4], outlines: [[200, 1600, 1480, 1600, 1480, 1696, 200, 1696]] },
              ],
            },
          ],
        },
        {
          no: 2,
          label: '2',
          part: sealed.second.entry.name,
          renditions: [
            {
              kind: 'facsimile',
              width: 1000,
              height: 1400,
              images: [sealed.image.entry.name],
              regions: [
                {
                  article: 'aaa111',
                  range: [cutAt, extent],
                  outlines: [[0, 0, 500, 0, 500, 700, 0, 700]],
                  continuedFrom: { text: '◀上接第一版', label: '1' },
                  joinedBy: ['printed-out', 'printed-in', 'page-label'],
                },
                { article: 'ccc333', range: [0, 7], outlines: [[500, 0, 1000, 0, 1000, 700, 500, 700]] },
              ],
            },
          ],
        },
      ],
      articles: [
        { id: 'aaa111', kind: 'news', headline: '把报纸放进口袋', extent },
        { id: 'bbb222', kind: 'news', workingTitle: '短讯', extent: 4 },
        { id: 'ccc333', kind: 'picture', headline: '桥', extent: 7 },
      ],
      pictures: [{ id: 'pic001', width: 1, height: 1, images: [sealed.picture.entry.name] }],
      parts: all.map(({ entry }) => entry),
    },
    files: new Map(all.map(({ entry, bytes }) => [entry.name, bytes])),
  }
}
