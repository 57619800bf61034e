import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extentOf, textOf } from '@/bundle/article-text'
import { encode } from '@/bundle/codec'
import { boundsOf } from '@/bundle/geometry'
import { partsOf } from '@/bundle/jumps'
import { finish, type IssueImages } from '@/press/model/finish'
import { refine } from '@/press/model/refine'
import { seal } from '@/press/model/seal'
import { Report } from '@/press/report'
import { setIssue } from '@/press/typeset/set-issue'
import type { PagePart } from '@/bundle/page-part'
import { articleFile, filesOf, readFiles } from '../../support/manuscript'
import { boxesOf, overlap, textSet } from '../../support/set-text'

const image = { width: 1200, height: 800 }

/** A manuscript set and finished: what a bundle would hold. */
const setFiles = async (texts: Readonly<Record<string, string>>, pictures = {}) => {
  const { manuscript, codes } = readFiles(filesOf(texts, pictures))
  if (!manuscript) throw new Error(codes.join())
  const report = new Report()
  const draft = refine(manuscript.draft, report)
  const set = setIssue(draft, report)
  const sealed = await seal({ stem: 'p', ending: 'webp', role: 'picture', width: 12, height: 8 }, encode('dot'))
  const images: IssueImages = {
    pictures: new Map(draft.pictures.map(({ id }) => [id, [sealed]])),
    facsimiles: new Map(),
  }
  const finished = await finish(set, images)
  const partOf = (no: number): PagePart => {
    const name = finished.issue.pages[no - 1]?.part
    const bytes = finished.parts.find(({ entry }) => entry.name === name)?.bytes
    return JSON.parse(new TextDecoder().decode(bytes))
  }
  return { draft, set, report, ...finished, partOf }
}
type Set = Awaited<ReturnType<typeof setFiles>>

/** Everything that must hold of every set page, whatever stands on it. */
const expectSound = ({ issue, draft, partOf }: Set): void => {
  const settings = issue.pages.map(({ no }) => ({ no, part: partOf(no) }))
  for (const { id, blocks } of draft.articles) {
    const set = settings.map(({ part }) => (part.setting ? textSet(part.setting, part, id) : '')).join('')
    expect(set).toBe(textOf(blocks).replaceAll('\n', ''))
  }
  for (const page of issue.pages) {
    const { setting } = partOf(page.no)
    const [rendition] = page.renditions
    if (!setting || !rendition) continue
    const { frames, titles, plates, lines } = boxesOf(setting)
    for (const { x, y, width, height } of [...frames, ...titles, ...plates, ...lines]) {
      expect(x >= 0 && y >= 0 && x + width <= rendition.width && y + height <= rendition.height).toBe(true)
    }
    const columns = [...frames, ...plates, ...titles]
    columns.forEach((box, index) => columns.slice(index + 1).forEach((next) => expect(overlap(box, next)).toBe(false)))
    const regions = rendition.regions.map(({ outlines }) => boundsOf(outlines))
    regions.forEach((box, index) => regions.slice(index + 1).forEach((next) => expect(overlap(box, next)).toBe(false)))
  }
  // Every part that goes on elsewhere has its other end, and both ends print their line.
  for (const { id } of issue.articles) {
    const parts = partsOf(issue, id)
    parts.slice(1).forEach(({ region }, index) => {
      expect(parts[index]?.region.continuedOn).toBeDefined()
      expect(region.continuedFrom).toBeDefined()
    })
  }
}

const characters = '报纸版面读者手指桥上灯河水人家今天明早出门看一看这里那里，。、'
const sentence = fc
  .string({ unit: fc.constantFrom(...characters.slice(0, -3)), minLength: 5, maxLength: 40 })
  .map((text) => `${text}，这样就好。`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(''))
const headline = fc.string({ unit: fc.constantFrom(...characters.slice(0, -3)), minLength: 4, maxLength: 20 })
const article = fc
  .record({
    headline,
    weight: fc.constantFrom('lead', 'second', 'standard', 'standard', 'brief'),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 12 }),
    isContinued: fc.boolean(),
  })
  .map(({ headline: title, weight, paragraphs, isContinued }) =>
    articleFile(
      `headline: ${title}\nweight: ${weight}${isContinued ? '\ncontinues_on: 2' : ''}`,
      paragraphs.join('\n\n'),
    ),
  )
const page = fc.array(article, { minLength: 1, maxLength: 12 })

describe('setting an issue', () => {
  it('sets every character once, in order, inside the sheet, over nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(page, page, async (first, second) => {
        const texts = Object.fromEntries([
          ...first.map((text, index) => [`page-01/${index}.md`, text] as const),
          ...second.map((text, index) => [`page-02/${index}.md`, text.replace('\ncontinues_on: 2', '')] as const),
        ])
        expectSound(await setFiles(texts))
      }),
      { numRuns: 25 },
    )
  })

  it('makes the same bytes twice', async () => {
    const texts = { 'page-01/1.md': articleFile('headline: 甲\nweight: lead', '一段话。'.repeat(80)) }
    expect((await setFiles(texts)).issueJson).toEqual((await setFiles(texts)).issueJson)
  })

  const long = '这一句话正好二十个字，读完就接着往下读。'.repeat(700)

  it('lets what does not fit go on over a chain of pages, cut after sentences', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 长文\nweight: lead\ncontinues_on: [2, 3]', long),
      'page-02/1.md': articleFile('headline: 二', '一段话。'.repeat(200)),
      'page-03/1.md': articleFile('headline: 三', '一段话。'),
    })
    expectSound(set)
    const parts = partsOf(set.issue, set.issue.articles[0]?.id ?? '')
    expect(parts.map(({ page: { no } }) => no)).toEqual([1, 2, 3])
    expect(parts[0]?.region.continuedOn).toEqual({ text: '▶下转第二版', label: '2' })
    expect(parts[1]?.region).toMatchObject({
      continuedFrom: { text: '◀上接第一版' },
      continuedOn: { text: '▶下转第三版' },
    })
    for (const { region } of parts.slice(0, -1)) expect(long[region.range[1] - 1]).toBe('。')
  })

  it('prints no jump where everything fits', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 短文\ncontinues_on: 2', '一段话。'.repeat(20)),
      'page-02/1.md': articleFile('headline: 二', '一段话。'),
    })
    expect(partsOf(set.issue, set.issue.articles[0]?.id ?? '')).toHaveLength(1)
    expect(set.report.findings.map(({ code }) => code)).toContain('place-not-kept')
  })

  it('makes the sheet longer rather than lose a line, and says so', async () => {
    const set = await setFiles({ 'page-01/1.md': articleFile('headline: 太长', long) })
    expectSound(set)
    expect(set.report.findings.map(({ code }) => code)).toContain('page-overfull')
    expect(set.issue.pages[0]?.renditions[0]?.height).toBeGreaterThan(7900)
  })

  it('places pictures with their captions, and every kind of block', async () => {
    const body = [
      '头一段。'.repeat(30),
      '## 小标题',
      '> 引文一句。',
      '- 甲项\n- 乙项',
      '| 项 | 数 |\n|---|---|\n| 字 | 12 |',
      '```verse\n上句\n\n下句\n```',
    ].join('\n\n')
    const set = await setFiles(
      {
        'page-01/1.md': articleFile(
          'headline: 图文\nweight: lead\npictures:\n  - file: a.png\n    caption: 图说。\n    credit: 某摄',
          body,
        ),
      },
      { 'page-01/a.png': image },
    )
    expectSound(set)
    const { setting } = set.partOf(1)
    const set1 = setting?.articles[0]
    expect(set1?.plates).toHaveLength(1)
    const styles = new Set(set1?.frames?.flatMap(({ runs }) => runs.map(({ style = 'body' }) => style)))
    expect([...styles].sort()).toEqual(['body', 'caption', 'list', 'quotation', 'subhead', 'table', 'verse'])
  })

  it('sets an article of no text at all', async () => {
    const set = await setFiles({ 'page-01/1.md': articleFile('headline: 只有题', '') })
    expectSound(set)
    expect(extentOf(set.draft.articles[0]?.blocks ?? [])).toBe(0)
  })
})
