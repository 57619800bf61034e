import fc from 'fast-check'
import type { Grid } from '@/press/typeset/grid'
import { setWholePage } from '@/press/typeset/whole-page'
import { articleFile, filesOf, readFiles } from './manuscript'

/** Characters of running text; the last are marks that end a clause or a sentence. */
const han =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严'
const word = fc.constantFrom(
  '2026',
  '3.5',
  '75kB',
  'App',
  'Wi-Fi',
  'SHA-256',
  'IndexedDB',
  '021-37689000',
  '50%',
  'A4',
  'G60',
  'page-01.9f3c2a71.json',
  '①',
  '℃',
  '〇',
  '𠮷',
)

const clause = fc.string({ unit: fc.constantFrom(...han), minLength: 3, maxLength: 16 })
const piece = fc.oneof({ weight: 14, arbitrary: clause }, { weight: 1, arbitrary: word })
const mark = fc.oneof(
  { weight: 10, arbitrary: fc.constant('，') },
  { weight: 1, arbitrary: fc.constantFrom('、', '；', '：', '——', '（甲）', '“乙”', '《丙》', '……') },
)
const sentence = fc
  .array(fc.tuple(piece, mark), { minLength: 1, maxLength: 5 })
  .chain((parts) => fc.tuple(fc.constant(parts), fc.constantFrom('。', '。', '。', '？', '！', '。”')))
  .map(
    ([parts, end]) =>
      parts.map(([text, after], index) => text + (index === parts.length - 1 ? '' : after)).join('') + end,
  )

/** Running text of at least so many characters, in paragraphs of up to 300. */
export const textOf = (characters: number): fc.Arbitrary<string[]> =>
  fc
    .array(sentence, { minLength: Math.ceil(characters / 20), maxLength: Math.ceil(characters / 20) })
    .map((sentences) => {
      const paragraphs: string[] = ['']
      for (const one of sentences) {
        if (paragraphs.join('').length >= characters) break
        if ((paragraphs.at(-1)?.length ?? 0) > 120) paragraphs.push('')
        paragraphs[paragraphs.length - 1] += one
      }
      return paragraphs.filter((paragraph) => paragraph !== '')
    })

export const titleOf = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...han), minLength: least, maxLength: most }),
      fc.option(word, { freq: 6 }),
      fc.boolean(),
    )
    .map(([title, latin, isParted]) => {
      const middle = Math.floor(title.length / 2)
      const parted = isParted && title.length > 8 ? `${title.slice(0, middle)} ${title.slice(middle)}` : title
      return latin ? `${latin}${parted}` : parted
    })

interface ArticlePlan {
  readonly weight: 'lead' | 'second' | 'standard' | 'brief'
  readonly characters: number
  readonly hasPicture: boolean
}

/** An article's file of about so many characters. */
const articleOf = ({ weight, characters, hasPicture }: ArticlePlan, continuesOn?: number): fc.Arbitrary<string> =>
  fc
    .tuple(titleOf(4, weight === 'brief' ? 14 : 24), textOf(characters), fc.boolean())
    .map(([title, paragraphs, hasSubhead]) => {
      const body =
        hasSubhead && paragraphs.length > 3
          ? [...paragraphs.slice(0, 2), '## 小标题', ...paragraphs.slice(2)]
          : paragraphs
      const picture = hasPicture ? '\npictures:\n  - file: p.png\n    caption: 图说一句。\n    credit: 某摄' : ''
      const jump = continuesOn === undefined ? '' : `\ncontinues_on: ${continuesOn}`
      return articleFile(`headline: ${title}\nweight: ${weight}${picture}${jump}`, body.join('\n\n'))
    })

/** Pictures that a generated page names, by path. */
export const generatedPictures = { 'page-01/p.png': { width: 1200, height: 800 } }

/** The grid of the front page of `plainFiles`: a tabloid of five columns, below its masthead. */
const frontGridOf = (): Grid => {
  const { manuscript, codes } = readFiles(filesOf({ 'page-01/1.md': articleFile('headline: 甲', '乙。') }))
  const [page] = manuscript?.draft.pages ?? []
  if (!manuscript || !page) throw new Error(codes.join())
  const { draft } = manuscript
  return setWholePage({ page, portions: [], sheet: draft.sheet, draft, aspectOf: () => 1 }).grid
}
export const frontGrid = frontGridOf()
/** Characters that it would hold if it were all body text. */
const capacity = frontGrid.columns * frontGrid.rows * (frontGrid.columnWidth / frontGrid.bodySize)

export interface GeneratedPage {
  readonly texts: Readonly<Record<string, string>>
  /** Share of the front page's capacity that the text would fill. */
  readonly share: number
  readonly articles: number
}

/**
 * Two pages of a manuscript: the first filled to some share of its capacity by so many articles, of which the longest may go
 * on on the second.
 */
export const generatedPage = (): fc.Arbitrary<GeneratedPage> =>
  fc
    .record({
      articles: fc.integer({ min: 1, max: 40 }),
      share: fc.double({ min: 0.3, max: 1.4, noNaN: true }),
      pictures: fc.nat(2),
      canGoOn: fc.boolean(),
      sizes: fc.array(fc.double({ min: 0.15, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
    })
    .chain(({ articles, share, pictures, canGoOn, sizes }) => {
      const own = sizes.slice(0, articles).map((size, index) => size / (index + 1.5))
      const total = own.reduce((sum, size) => sum + size, 0)
      const files = own.map((size, index) => {
        const characters = Math.max(60, Math.round((size / total) * share * capacity))
        const weight =
          index === 0 ? 'lead' : index === 1 && articles > 3 ? 'second' : characters < 200 ? 'brief' : 'standard'
        return articleOf(
          { weight, characters, hasPicture: index < pictures && characters > 250 },
          canGoOn && index === 0 ? 2 : undefined,
        )
      })
      return fc.tuple(...files).map((texts) => ({
        share,
        articles,
        texts: Object.fromEntries([
          ...texts.map((text, index) => [`page-01/${String(index).padStart(2, '0')}.md`, text] as const),
          [
            'page-02/01.md',
            articleFile('headline: 第二版的头条\nweight: lead', '第二版也有一段话。'.repeat(40)),
          ] as const,
        ]),
      }))
    })
