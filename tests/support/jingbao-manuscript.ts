import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { stringify } from 'yaml'
import { findDate } from '@/text/dates'
import { parseNumeral } from '@/text/numerals'

/** A manuscript made of the hand-checked text of a whole issue of 1939, and what could not be carried into it. */
export interface JingbaoManuscript {
  readonly files: Readonly<Record<string, string>>
  /** Article divisions of the source. */
  readonly divisions: number
  readonly reported: readonly string[]
}

interface Division {
  readonly type: string
  readonly item: string
  /** Printed lines by paragraph. */
  readonly paragraphs: string[][]
}
interface SourcePage {
  readonly no: number
  readonly divisions: Division[]
}

/** The source's name for a character that Unicode lacks, as it declares it itself. */
const gaiji = '\ue111'

/** Pages with their divisions and printed lines; a division inside another is one of its own. */
const readFold = (xml: string): SourcePage[] => {
  const pages: SourcePage[] = []
  /** Open divisions, the innermost last; undefined for one that is only a frame. */
  const open: (Division | undefined)[] = []
  let text = ''
  const innermost = (): Division | undefined => open.findLast((one) => one !== undefined)
  const endLine = (): void => {
    const line = text.replace(/\s*\n\s*/g, '').trim()
    if (line) (innermost()?.paragraphs.at(-1) ?? []).push(line)
    text = ''
  }
  const begin = (type: string, item: string): Division | undefined => {
    // What the source calls “other” inside an article is the article's own text.
    const isFrame = type === '' || type === 'page' || (type === 'other' && innermost()?.type === 'article')
    if (isFrame) return undefined
    const division = { type, item, paragraphs: [[]] }
    pages.at(-1)?.divisions.push(division)
    return division
  }
  const parser = new SaxesParser()
  parser.on('text', (part) => (text += part))
  parser.on('opentag', ({ name, attributes }) => {
    const type = String(attributes['type'] ?? '')
    if (name === 'p' || name === 'div') endLine()
    if (name === 'p') innermost()?.paragraphs.push([])
    if (name === 'div' && type === 'page') pages.push({ no: Number(attributes['n']), divisions: [] })
    if (name === 'div') open.push(begin(type, String(attributes['itemid'] ?? '')))
  })
  parser.on('closetag', ({ name }) => {
    if (['lb', 'pb', 'p', 'div'].includes(name)) endLine()
    if (name === 'div') open.pop()
  })
  parser.write(xml.replaceAll('&gaiji;', gaiji)).close()
  return pages
}

/** A paragraph of the text ends in a mark or begins with a telegram's head; what stands before the first is the title. */
const isProse = (lines: readonly string[]): boolean =>
  /^[（(].{2,14}[電电訊讯][）)]/u.test(lines[0] ?? '') ||
  /[、。！？；」』]$/u.test(lines.at(-1) ?? '') ||
  lines.length > 5

const yamlOf = (value: object): string => stringify(value, { lineWidth: 0 })

/** Lines of prose close up; a title's lines stay apart. */
const articleText = ({ paragraphs, type }: Division): string => {
  const filled = paragraphs.filter((lines) => lines.length > 0)
  const from = filled.findIndex(isProse)
  const titles = filled.slice(0, from < 0 ? 1 : from).flat()
  const body = filled.slice(from < 0 ? 1 : from)
  const [headline, ...deck] = titles
  const kind = { article: 'news', advert: 'advert', image: 'picture' }[type] ?? 'notice'
  const head = {
    ...(headline && { headline }),
    ...(deck.length > 0 && { deck }),
    ...(kind !== 'news' && { kind }),
    ...(kind !== 'news' && { weight: 'brief' }),
  }
  const escape = (text: string): string =>
    text
      .replace(/([\\`*_[\]<>#|~])/g, '\\$1')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      .replace(/^([-+=])/, '\\$1')
  return `---\n${yamlOf(head)}---\n\n${body.map((lines) => escape(lines.join(''))).join('\n\n')}\n`
}

const mastheadOf = ({ paragraphs }: Division) => {
  const text = paragraphs.flat().join('　')
  const serial = /第([〇零一二三四五六七八九千百十]+)號/u.exec(text)?.[1]?.replace(/[千百十]/gu, '')
  const serialNo = serial === undefined ? undefined : parseNumeral(serial)
  return {
    date: findDate(text),
    weekday: /星期./u.exec(text)?.[0],
    ...(serialNo && { serial_no: serialNo }),
    address: /館址([^　]+)/u.exec(text)?.[1],
    hotline: /電話([^　]+)/u.exec(text)?.[1],
    editors: { 發行人: [/發行人　?([A-Za-z. ]+)/u.exec(text)?.[1]?.trim()] },
  }
}

/** @param folder `text-zh/jingbao-1939-04-27` of the real data */
export const jingbaoManuscript = (folder: string): JingbaoManuscript => {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .flatMap((name) => readFold(readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => a.no - b.no)
  const files: Record<string, string> = {
    'paper.yaml': yamlOf({
      id: 'jingbao.example',
      name: '晶報',
      lang: 'zh-Hant',
      time_zone: 'Asia/Shanghai',
      accent: '#1d1a16',
      page_turn: 'rtl',
      sheet: 'tabloid',
      writing: 'vertical',
    }),
  }
  const reported: string[] = []
  let divisions = 0
  for (const { no, divisions: own } of pages) {
    const page = `page-${String(no).padStart(2, '0')}`
    files[`${page}/page.yaml`] = yamlOf({ label: String(no) })
    own.forEach((division, index) => {
      const isEmpty = division.paragraphs.every((lines) => lines.length === 0)
      if (division.type === 'head') files['issue.yaml'] = yamlOf(mastheadOf(division))
      else if (isEmpty) reported.push(`page ${no}: ${division.type} ${division.item} has no text and no file`)
      else {
        if (division.type === 'article') divisions++
        files[`${page}/${String(index).padStart(2, '0')}-${division.item || division.type}.md`] = articleText(division)
      }
    })
  }
  return { files, divisions, reported }
}
