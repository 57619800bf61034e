import sharp from 'sharp'
import { mergeArticle } from '@/bundle/merge-article'
import { partsOf } from '@/bundle/jumps'
import type { Block } from '@/bundle/block'
import type { PagePart } from '@/bundle/page-part'
import type { BundleFolder } from '@/press/io/bundle-folder'

/** An article as the issue has it, to compare with what an importer made of its site. */
export interface TrueArticle {
  readonly title: string
  /** Numbers of its pages, in reading order. */
  readonly pages: readonly number[]
  /** Letters and digits of its text. */
  readonly text: string
}

export interface FounderSite {
  readonly files: ReadonlyMap<string, Buffer>
  readonly truth: readonly TrueArticle[]
}

export interface FounderOptions {
  readonly encoding: 'utf-8' | 'gb18030'
  /**
   * How the site has an article of two pages: one file, which both pages lead to; a file for each with the whole text in both; or a file for
   * each with its own part and the printed lines.
   */
  readonly jumps: 'one-file' | 'whole-twice' | 'parts'
  /** Folders between the root of the site and its files. */
  readonly below?: string
}

export const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')

const textOfBlocks = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ leaves }) => leaves.filter((leaf) => leaf.trim() !== ''))

/** GB18030's two bytes of each character; others are written as references, as its systems do. */
const doubleBytes = (() => {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if ([...character].length === 1 && character !== '\ufffd') codes.set(character, [lead, trail])
    }
  return codes
})()

const encoded = (text: string, encoding: FounderOptions['encoding']): Buffer =>
  encoding === 'utf-8'
    ? Buffer.from(text)
    : Buffer.from(
        [...text].flatMap((character) => {
          const code = character.codePointAt(0) ?? 0
          if (code < 0x80) return [code]
          return doubleBytes.get(character) ?? [...Buffer.from(`&#${code};`)]
        }),
      )

const html = (text: string): string => text.replace(/[&<>]/gu, (mark) => `&#${mark.charCodeAt(0)};`)

/** The width in which such sites show a page, pixels. */
const shownWidth = 350

/** An issue as a site of the kind that most papers' systems publish: image maps in shown pixels, a file for each article. */
export const founderSite = async (
  { issue, readPage }: BundleFolder,
  { encoding, jumps, below = '' }: FounderOptions,
): Promise<FounderSite> => {
  const files = new Map<string, Buffer>()
  const parts = new Map<string, PagePart>()
  for (const page of issue.pages) parts.set(page.part, await readPage(page))
  const [year, month, day] = issue.date.split('-')
  const folder = `${below}html/${year}-${month}/${day}`
  const write = (path: string, text: string): void => void files.set(path, encoded(text, encoding))
  const charset = encoding === 'utf-8' ? 'utf-8' : 'gb2312'
  const nodeOf = (no: number): string => `node_${100 + no * 7}.htm`
  const areas = new Map<number, string[]>()
  const lists = new Map<number, string[]>()
  const truth: TrueArticle[] = []

  issue.articles.forEach((article, index) => {
    const placed = partsOf(issue, article.id)
    const whole = textOfBlocks(mergeArticle(issue, article.id, (page) => parts.get(page.part)).blocks)
    const title = article.headline ?? ''
    truth.push({
      title: bare(title),
      pages: [...new Set(placed.map(({ page }) => page.no))],
      text: bare(whole.join('')),
    })
    const nameOf = (at: number): string => `content_${20_000 + index * 5 + (jumps === 'one-file' ? 0 : at)}.htm`
    placed.forEach(({ page, region }, at) => {
      const rendition = page.renditions[0]
      const scale = shownWidth / (rendition?.width ?? 1)
      const own = parts
        .get(page.part)
        ?.pieces.find((piece) => piece.article === article.id && piece.range[0] === region.range[0])
      const part = textOfBlocks(own?.blocks ?? [])
      const next = placed[at + 1]?.page.label
      const before = placed[at - 1]?.page.label
      const shown =
        jumps === 'parts'
          ? [
              ...(before === undefined ? [] : [`（上接第${before}版）`]),
              ...part,
              ...(next === undefined ? [] : [`（下转第${next}版）`]),
            ]
          : whole
      const area = region.outlines.map(
        (outline) =>
          `<Area coords="${outline.map((value) => Math.round(value * scale)).join(',')}" shape="polygon" href="${nameOf(at)}">`,
      )
      areas.set(page.no, [...(areas.get(page.no) ?? []), ...area])
      lists.set(page.no, [
        ...(lists.get(page.no) ?? []),
        `<li><a href=${nameOf(at)}><div id=mp${20_000 + index}>${html(title)}</div></a></li>`,
      ])
      if (jumps === 'one-file' && at > 0) return
      write(
        `${folder}/${nameOf(at)}`,
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>样报</title></head><body>
<div class=nav><a href="${nodeOf(page.no)}">返回</a><a href="../../../html/2019-01/02/content_7.htm">旧闻</a></div>
<h1>${html(title)}</h1><div id=ozoom><founder-content><!--enpcontent-->${shown.map((text) => `<P>　　${html(text)}`).join('</P>')}</P><!--/enpcontent--></founder-content></div>
<div class=foot>版权所有</div></body></html>
<!--enpproperty <articleid>${20_000 + index}</articleid><date>${issue.date} 00:00:00.0</date><author>${html(article.byline ?? '')}</author><title>${html(title)}</title><subtitle>${html((article.deck ?? []).join(' '))}</subtitle><introtitle>${html(article.kicker ?? '')}</introtitle><nodename></nodename>/enpproperty-->`,
      )
    })
  })

  for (const page of issue.pages) {
    const rendition = page.renditions[0]
    const height = Math.round((shownWidth * (rendition?.height ?? 1)) / (rendition?.width ?? 1))
    const picture = (scale: number): Promise<Buffer> =>
      sharp({ create: { width: shownWidth * scale, height: height * scale, channels: 3, background: '#ddd' } })
        .jpeg({ quality: 30 })
        .toBuffer()
    const stem = `${below}page/1/${year}-${month}/${day}/${page.no}/${year}${month}${day}${page.no}`
    files.set(`${stem}_brief.jpg`, await picture(2))
    files.set(`${stem}_b.jpg`, await picture(6))
    const others = issue.pages.map(
      (other) =>
        `<Li><a id=pageLink href=${nodeOf(other.no)}?v=1>第${other.label}版：${html(other.name ?? '')}</a> <a href=../../../page/1/${year}-${month}/${day}/${other.no}/${other.no}.pdf>PDF</a></Li>`,
    )
    write(
      `${folder}/${nodeOf(page.no)}`,
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>${html(issue.paper.name)}</title></head>
<body><a class=preart href=${nodeOf((page.no % issue.pages.length) + 1)}>下一版</a><ul>${others.join('')}</ul>
<MAP NAME="pagepicmap">${(areas.get(page.no) ?? []).join('')}</MAP><img src=../../../page/1/${year}-${month}/${day}/${page.no}/${year}${month}${day}${page.no}_brief.jpg border=0 width=${shownWidth} height=${height} USEMAP=#PagePicMap>
<ul>${(lists.get(page.no) ?? []).join('')}</ul><ul class=hot><li><a href=../../../html/2019-01/02/content_7.htm>旧闻</a></li></ul></body></html>
<!--enpproperty <founder-date>${issue.date} 23:59:59</founder-date><founder-pagenum>${page.label}</founder-pagenum><founder-papername>${html(issue.paper.name)}</founder-papername> /enpproperty-->`,
    )
  }
  return { files, truth }
}
