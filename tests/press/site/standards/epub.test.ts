import fc from 'fast-check'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { extentOf, leavesOf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import { bookFlow } from '@/press/site/standards/epub/flow'
import { packBook } from '@/press/site/standards/epub/pack-book'
import { element, xmlDocument } from '@/press/xml'
import { readBook } from '@/press/site/standards/epub/read-book'
import { Report } from '@/press/report'
import { readIssueContent } from '@/press/site/standards/issue-content'
import { smallFolder, type SmallEdits } from '../../../support/issue-content'
import { firstText } from '../../../support/small-issue'

const bookOf = async (edits?: SmallEdits) => {
  const bundle = await smallFolder(edits)
  return readBook(bundle, await readIssueContent(bundle), new Report())
}
/** Texts of the book's files by name. */
const filesOf = (epub: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(epub)).map(([name, bytes]) => [name, strFromU8(bytes)]))
const pack = async (edits?: SmallEdits) => filesOf(packBook(await bookOf(edits)))

/** The text of XML; throws where it is not well-formed. */
const textOfXml = (xml: string): string => {
  let text = ''
  let depth = 0
  const parser = new SaxesParser()
  parser.on('opentag', () => depth++)
  parser.on('closetag', () => depth--)
  parser.on('text', (part) => (text += depth > 0 ? part : ''))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return text
}

const faultsOf = async (epub: Uint8Array) => {
  const { messages } = await EpubCheck.validate(epub)
  return messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')
}

/** Gives the brief of page one these blocks. */
const withBlocks = (blocks: Parameters<typeof extentOf>[0]): SmallEdits => ({
  parts: ([first]) => {
    const piece = first.pieces[1]
    if (!piece) return
    piece.blocks = blocks.map((block) => ({ ...block, leaves: [...block.leaves] }))
    piece.range = [0, extentOf(blocks)]
    if (first.setting) first.setting.articles = first.setting.articles.slice(0, 1)
  },
  issue: ({ pages, articles }) => {
    const rendition = pages[0]?.renditions[0]
    const region = rendition && 'regions' in rendition ? rendition.regions[1] : undefined
    if (region) region.range = [0, extentOf(blocks)]
    for (const article of articles) if (article.id === 'bbb222') article.extent = extentOf(blocks)
  },
})

const everyKind: readonly Block[] = [
  { kind: 'subhead', leaves: ['小标题'] },
  { kind: 'list', ordered: true, leaves: ['一', '二'] },
  { kind: 'list', ordered: false, leaves: [''] },
  { kind: 'table', columns: 2, hasHead: true, leaves: ['甲', '乙', '1', '2', '缺一格'] },
  { kind: 'table', columns: 3, hasHead: true, leaves: ['只有表头'] },
  { kind: 'quotation', leaves: ['引文'] },
  { kind: 'pull-quote', leaves: ['提要'] },
  { kind: 'verse', leaves: ['床前明月光', '疑是地上霜'] },
  { kind: 'note', leaves: ['编者按'] },
  { kind: 'later', leaves: ['以后的新样式'] },
  { kind: 'paragraph', leaves: ['<b>不是标记</b> & "引号" ]]> \u0007 \ue111 \ud800'] },
]

describe('an issue as an EPUB', () => {
  it('reads an article on where the printed one moves to another page, and names the place', async () => {
    const files = await pack()
    const page = files['book/page-001.xhtml'] ?? ''
    expect(textOfXml(page)).toContain(`${firstText}手指点到哪一〔此处由第一版转至第二版〕篇，哪一篇就展开。`)
    expect(files['book/page-002.xhtml']).toContain(
      '<a href="page-001.xhtml#a-aaa111-seam-0">把报纸放进口袋（接第一版）</a>',
    )
    expect(page).toContain('id="a-aaa111-seam-0"')
  })

  it('lists pages and articles as contents, and the printed labels as pages', async () => {
    const navigation = (await pack())['book/nav.xhtml'] ?? ''
    expect(navigation).toMatch(
      /<a href="page-001\.xhtml">第一版 要闻<\/a><ol><li><a href="page-001\.xhtml#a-aaa111">把报纸放进口袋<\/a>/,
    )
    expect(navigation).toContain('<a href="page-002.xhtml#page-2">2</a>')
  })

  it('shows a picture with what it shows in words, and its caption', async () => {
    const epub = packBook(await bookOf())
    expect(filesOf(epub)['book/page-002.xhtml']).toMatch(
      /<img src="picture-pic001\.jpg" alt="桥"\/><figcaption>.*桥.*本报制图/,
    )
    expect([...(unzipSync(epub)['book/picture-pic001.jpg'] ?? [])].slice(0, 3)).toEqual([0xff, 0xd8, 0xff])
  })

  it('keeps the caption of a picture that can’t be decoded, and says so', async () => {
    const bundle = await smallFolder()
    const report = new Report()
    const broken = { ...bundle, readPart: async () => new Uint8Array([1, 2, 3]) }
    const epub = packBook(await readBook(broken, await readIssueContent(bundle), report))
    expect(report.findings.map(({ code, place }) => [code, place.file.replace(/\..*/, '')])).toEqual([
      ['picture-left-out', '2026-01-05/picture-1'],
    ])
    expect(filesOf(epub)['book/page-002.xhtml']).toContain('本报制图')
    expect(await faultsOf(epub)).toEqual([])
  })

  it('has the printed page as its cover, if there is a picture of it', async () => {
    const files = await pack({
      issue: ({ pages }) => {
        const [first, second] = pages
        const facsimile = second?.renditions[0]
        if (first && facsimile && 'images' in facsimile) first.renditions.push({ ...facsimile, regions: [] })
      },
    })
    expect(files['book/package.opf']).toContain('href="cover.jpg" media-type="image/jpeg" properties="cover-image"')
    expect(Object.keys(files)).toContain('book/cover.jpg')
  })

  it('says of a withdrawn article only when and why', async () => {
    const files = await pack({
      issue: ({ articles }) => {
        for (const article of articles) article.withdrawn = { on: '2026-01-07', notice: '事实有误。' }
      },
    })
    const all = Object.values(files).join('')
    expect(all).not.toContain(firstText)
    expect(Object.keys(files)).not.toContain('book/picture-pic001.jpg')
    expect(files['book/page-001.xhtml']).toContain('本文已于2026年1月7日撤回。事实有误。')
  })

  it('is written vertically and turned from right to left for a paper that is', async () => {
    const files = await pack({
      issue: ({ paper }) => {
        paper.pageTurn = 'rtl'
      },
    })
    expect(files['book/package.opf']).toContain('page-progression-direction="rtl"')
    expect(files['book/style.css']).toContain('writing-mode:vertical-rl')
    expect((await pack())['book/style.css']).not.toContain('vertical')
  })

  it('is the same bytes each time, and begins with what it is', async () => {
    const [one, other] = [packBook(await bookOf()), packBook(await bookOf())]
    expect(one).toEqual(other)
    expect(strFromU8(one.slice(30, 58))).toBe('mimetypeapplication/epub+zip')
  })

  it('dates a correction later than what it corrects', async () => {
    const modified = async (revision: number) =>
      /dcterms:modified">([^<]+)/.exec(
        (
          await pack({
            issue: (issue) => {
              issue.revision = revision
              issue.publishedAt = '2026-01-05T06:00:00+08:00'
            },
          })
        )['book/package.opf'] ?? '',
      )?.[1]
    expect(await modified(1)).toBe('2026-01-04T22:00:00Z')
    expect(await modified(3)).toBe('2026-01-04T22:00:02Z')
  })

  const uglyIssues: readonly (readonly [name: string, edits: SmallEdits])[] = [
    ['as it is', {}],
    ['with every kind of block, and text that looks like markup', withBlocks(everyKind)],
    ['with an article without text', withBlocks([])],
    [
      'with ids of digits and titles of markup, vertical and in an unknown language',
      {
        parts: (parts) => {
          for (const { pieces, setting } of parts) {
            for (const piece of pieces) if (piece.article === 'bbb222') piece.article = '123456'
            for (const set of setting?.articles ?? []) if (set.article === 'bbb222') set.article = '123456'
          }
        },
        issue: (issue) => {
          issue.lang = '中文'
          issue.paper.pageTurn = 'rtl'
          for (const article of issue.articles) {
            if (article.id === 'bbb222') article.id = '123456'
            Object.assign(article, { kicker: '<i>&', headline: '"</h2>', deck: ['\ud800', '\ue111'], byline: '<' })
          }
          for (const { renditions } of issue.pages)
            for (const rendition of renditions)
              for (const region of 'regions' in rendition ? rendition.regions : [])
                if (region.article === 'bbb222') region.article = '123456'
        },
      },
    ],
    [
      'with all articles withdrawn',
      {
        issue: ({ articles }) => {
          for (const article of articles) article.withdrawn = { on: '2026-01-07', notice: '撤' }
        },
      },
    ],
  ]

  it.each(uglyIssues)('is a sound EPUB and well-formed %s', async (_, edits) => {
    const epub = packBook(await bookOf(edits))
    expect(await faultsOf(epub)).toEqual([])
    for (const [name, text] of Object.entries(filesOf(epub))) if (/xhtml|opf|xml$/.test(name)) textOfXml(text)
  })

  it('would be found out if it named a file that is not there', async () => {
    const { 'book/style.css': _, ...rest } = unzipSync(packBook(await bookOf()))
    expect(await faultsOf(zipSync(rest))).not.toEqual([])
  })
})

describe('the text of a book', () => {
  const line = fc.stringMatching(/^[^\n\r]{0,6}$/)
  const blocks = fc.array(
    fc.array(line, { minLength: 1, maxLength: 3 }).map((leaves): Block => ({ kind: 'list', ordered: false, leaves })),
    { maxLength: 4 },
  )

  it('is whole, with every seam in it once and at its place', async () => {
    const [page] = (await smallFolder()).issue.pages
    if (!page) throw new Error('no page')
    fc.assert(
      fc.property(blocks, fc.array(fc.nat(40), { maxLength: 4 }), (given, offsets) => {
        const seams = offsets
          .map((at) => ({ at: Math.min(at, extentOf(given)), from: page, to: page }))
          .sort((a, b) => a.at - b.at)
        const { blocks: flow, after } = bookFlow({ blocks: given, marks: [], seams })
        const texts = flow.map(({ leaves }) =>
          leaves.map((runs) => runs.map((run) => ('text' in run ? run.text : '')).join('')),
        )
        expect(texts).toEqual(given.map(({ leaves }) => leaves))
        const placed = [
          ...flow.flatMap((block) => [
            ...block.seams,
            ...block.leaves.flat().flatMap((run) => ('seam' in run ? [run.seam] : [])),
          ]),
          ...after,
        ]
        expect(placed).toEqual(seams)
        // Inside a leaf, a seam stands where the text was cut.
        leavesOf(given).forEach(({ blockIndex, leafIndex, from }) => {
          let at = from
          for (const run of flow[blockIndex]?.leaves[leafIndex] ?? []) {
            if ('text' in run) at += run.text.length
            else expect(run.seam.at).toBe(at)
          }
        })
      }),
    )
  })

  it('is well-formed XML whatever the characters, and says the same', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, attribute) => {
        const xml = xmlDocument(element('p', { title: attribute + text }, text))
        // A parser reads every kind of line end as a line feed.
        const expected = text
          .replace(/[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{d800}-\u{dfff}\ufffe\uffff]/gu, '\ufffd')
          .replace(/\p{Co}/gu, '〓')
          .replace(/\r\n?/g, '\n')
        expect(textOfXml(xml)).toBe(expected)
      }),
    ))
})
