import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'

/** A manuscript made of the plain text of an issue of 1998: a file an article, its first lines the title. */
export interface PfrManuscript {
  readonly files: Readonly<Record<string, string>>
  readonly articles: number
}

/** Stands where the source says that a picture was printed; it has none. */
const standIn = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#8d8d88"/><path d="M0 620 320 330 560 540 820 260 1200 640V800H0Z" fill="#6d6d69"/></svg>`

const pictureNote = /[（(](?:附)?图片(?:[0-9０-９]+张)?[）)]/u
const isProse = (line: string): boolean => /[。！？”：]$/u.test(line) || line.length > 45
const isByline = (line: string): boolean => /^本报(?:特约)?记者/u.test(line) || /^[\u4e00-\u9fff·]{2,4}$/u.test(line)
const isCaption = (line: string): boolean => /^压题照片/u.test(line)
const isCredit = (line: string): boolean => /^[（(].{2,14}摄[）)]$/u.test(line)

const yamlOf = (value: object): string => stringify(value, { lineWidth: 0 })

const weightOf = (order: number, characters: number, isPictured: boolean): string => {
  if (order === 0) return 'lead'
  if (characters > 1000 || (isPictured && characters > 400)) return 'second'
  return characters > 180 ? 'standard' : 'brief'
}

const articleText = (source: string, order: number): string => {
  const lines = source.split('\n').filter((line) => line !== '')
  const hasTitle = !/[。：]$/u.test(lines[0] ?? '') && (lines[0] ?? '').length <= 45
  const isTitleLine = (line: string): boolean => pictureNote.test(line) || isCaption(line) || !isProse(line)
  const prose = lines.findIndex((line, index) => index > 0 && !isTitleLine(line))
  const from = hasTitle ? (prose < 0 ? 1 : prose) : 0
  const [title, ...rest] = lines.slice(0, from)
  const body = lines.slice(from)
  const credit = body.find(isCredit)
  const hasPicture = [title ?? '', ...rest].some((line) => pictureNote.test(line) || isCaption(line))
  const bare = (line: string): string => line.replace(pictureNote, '')
  const deck = rest.filter((line) => !isByline(line) && !isCaption(line)).map(bare)
  const byline = rest.find(isByline)
  const isPicture = body.join('').length < 200 && hasPicture
  const head = {
    ...(title !== undefined && { headline: bare(title) }),
    ...(deck.length > 0 && { deck }),
    ...(byline !== undefined && { byline }),
    weight: weightOf(order, source.length, hasPicture),
    ...(title === undefined && { rubric: '简讯' }),
    ...(isPicture && { kind: 'picture' }),
    ...(hasPicture && {
      pictures: [
        {
          file: 'stand-in.svg',
          ...(rest.find(isCaption) && { caption: rest.find(isCaption) }),
          ...(credit && { credit }),
        },
      ],
    }),
  }
  return `---\n${yamlOf(head)}---\n\n${body.filter((line) => line !== credit || !hasPicture).join('\n\n')}\n`
}

/** @param folder `text-zh/pfr-1998-01` of the real data */
export const pfrManuscript = (folder: string): PfrManuscript => {
  const issue = join(folder, '1998-01-11')
  const names = readdirSync(issue).sort()
  const files: Record<string, string> = {
    'paper.yaml': yamlOf({
      id: 'daily.example',
      name: '日报',
      lang: 'zh-Hans',
      time_zone: 'Asia/Shanghai',
      accent: '#9c1c1c',
      sheet: 'broadsheet',
      body_size: 3.1,
      leading: 4.1,
    }),
    'issue.yaml': yamlOf({ date: '1998-01-11', weekday: '星期日' }),
  }
  const counts = new Map<string, number>()
  for (const name of names) {
    const page = `page-${/-(\d\d)-/.exec(name)?.[1] ?? '01'}`
    const order = counts.get(page) ?? 0
    counts.set(page, order + 1)
    files[`${page}/${name.replace('.txt', '.md')}`] = articleText(readFileSync(join(issue, name), 'utf8'), order)
    files[`${page}/stand-in.svg`] = standIn
  }
  return { files, articles: names.length }
}
