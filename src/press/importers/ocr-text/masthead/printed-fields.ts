import { locateDate } from '@/text/dates'

/** What a masthead prints, named as in issue.yaml. `page` is the label and name of the page itself. */
export type FieldName =
  | 'date'
  | 'weekday'
  | 'lunar_date'
  | 'serial_no'
  | 'issue_no'
  | 'channels'
  | 'address'
  | 'hotline'
  | 'email'
  | 'fax'
  | 'permit'
  | 'site'
  | 'notice'
  | 'editors'
  | 'page'

/** One field as printed. */
export interface PrintedField {
  readonly name: FieldName
  readonly value: string
  /** The label before the value, where one is printed: 新闻热线, 责任编辑. */
  readonly label?: string
  /** Its range in the text, label included, end exclusive. */
  readonly start: number
  readonly end: number
}

const numeral = '[0-9０-９〇零一二三四五六七八九十百千]+'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
/** A word by itself: no Han character on either side. */
const alone = (pattern: string): RegExp => new RegExp(`(?<!\\p{Script=Han})(?:${pattern})(?!\\p{Script=Han})`, 'gu')

/** Fields that are recognised by their form, with or without a label. They are searched for in this order. */
const forms: readonly (readonly [FieldName, RegExp])[] = [
  [
    'lunar_date',
    new RegExp(
      `(?:农历)?\\s{0,3}(?:[${stems}][${branches}]年)?\\s{0,3}(?:农历)?\\s{0,3}闰?[正一二三四五六七八九十冬腊]{1,2}月[大小]?(?:初|十|廿|二十|三十)[一二三四五六七八九十]?(?!\\p{Script=Han})`,
      'gu',
    ),
  ],
  ['weekday', alone('(?:星期|礼拜|周)[一二三四五六日天]')],
  ['serial_no', new RegExp(`(?:总|總)\\s{0,9}第?\\s{0,9}${numeral}\\s{0,9}[期号號]`, 'gu')],
  ['issue_no', new RegExp(`(?:今年|本年|\\d{4}年)?第\\s{0,9}${numeral}\\s{0,9}[期号號]`, 'gu')],
  ['email', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  [
    'site',
    /(?:https?:\/\/)?(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\.){1,8}(?:com|cn|net|org|gov|edu|news)(?:\.cn)?(?:\/[\w./-]*)?/giu,
  ],
  [
    'permit',
    /(?<![^\s,，;；|｜])[^\s,，;；|｜]*准印证[^\s,，;；|｜]*|(?:(?:国内)?统一(?:连续出版物|刊)号?\s*)?CN\s?\d{2}\s?[-—－–]\s?\d{4}(?:\/[A-Z0-9]+)?/gu,
  ],
  [
    'channels',
    /(?:[“"「][^“”"「」\n]{1,20}[”"」]|(?<![^\s,，、;；])[\p{Script=Han}\w]{2,10}?)\s*(?:App|APP|客户端|微信公众号|公众号|微信|微博|视频号|抖音号?|小程序)(?![\p{Script=Han}\w])/gu,
  ],
  [
    'notice',
    /内部资料|内部交流|免费(?:交流|赠阅|取阅|发放|派送)|(?:请)?注意保存|(?:今日|本期)\s*共?\s*[0-9０-９一二三四五六七八九十]+\s*版|(?:零售|每份|定价|全年)[^\s,，;；|｜]*元|(?:国外|国内|邮发)代号\s*[:：]?\s*[A-Z0-9０-９][A-Z0-9０-９\-—－–]*|(?<![^\s,，;；|｜])\p{Script=Han}{2,20}(?:主管主办|主管|主办|出版)(?![^\s,，;；|｜])/gu,
  ],
  [
    'page',
    /(?<![^\s|｜])(?:第\s*[0-9０-９一二三四五六七八九十]{1,3}\s*版|头版|[A-Z]\d{1,2}\s*版?|[0-9０-９]{1,2}\s*版)(?:\s*[:：·|｜]?\s*\p{Script=Han}{2,6})?(?![^\s|｜])/gu,
  ],
]

const editorRole =
  '(?:(?:责任|美术|执行|图片|版面|本版|视觉|值班|文字|电子|副|常务|见习|新媒体|特约|本期|总)*(?:编辑|编委|美编|责编|主编|总编|总监|校对|设计|排版|审读|审校|组版|统筹|检校|制图|版式|社长|监制|策划))'

/** Labels, and the field that each introduces. Words may stand before a label: 新闻热线, 本报数字报纸. */
const labels: readonly (readonly [FieldName, string])[] = [
  ['editors', `${editorRole}(?:\\s*[、/／]\\s*${editorRole})*`],
  ['address', '地址|社址|报址'],
  ['hotline', '热线|电话|总机'],
  ['email', '邮箱|信箱|电子邮件|E-?mail|Email'],
  ['fax', '传真'],
  ['site', '网址|官网|网站|数字报纸?|电子报|电子版'],
  ['permit', '准印证号?|刊号|统一刊号|连续出版物号|登记证号?|许可证号?'],
  ['notice', '邮编|邮政编码|邮发代号|主管|主办|主管主办|承办|印刷|承印|发行|出版|代号'],
]
const before = '(?:(?<![^\\s,，;；|｜、)）。])\\p{Script=Han}{0,6}?)?'
const nameList = '\\p{Script=Han}[\\p{Script=Han}· \\u3000]*'

interface Label {
  readonly name: FieldName
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A label with a colon may stand anywhere. After an editor's role a space is enough. */
const labelForms = labels.map(([name, words]): readonly [FieldName, RegExp] => {
  const withColon = `${before}(?:${words})\\s*[:：${name === 'editors' ? '/／' : ''}]`
  const withSpace = `(?<![^\\s,，;；|｜])(?:${words})[ \\u3000]+(?=${nameList})`
  return [name, new RegExp(name === 'editors' ? `${withColon}|${withSpace}` : withColon, 'gu')]
})

const labelsIn = (text: string): Label[] =>
  labelForms
    .flatMap(([name, form]) =>
      [...text.matchAll(form)].map(({ 0: printed, index }) => ({
        name,
        text: printed.replace(/(?<![\s:：/／])[\s:：/／]+$/u, ''),
        start: index,
        end: index + printed.length,
      })),
    )
    .sort((one, other) => one.start - other.start)
    .filter((label, at, all) => at === 0 || label.start >= (all[at - 1]?.end ?? 0))

/** The value after such a label ends where this form ends. */
const valueForms: Partial<Record<FieldName, RegExp>> = {
  hotline: /^[0-9０-９(（+][0-9０-９()（）+\-—－–/、,，;；转 ]*/u,
  fax: /^[0-9０-９(（+][0-9０-９()（）+\-—－–/、,，;；转 ]*/u,
  editors: new RegExp(`^(?:\\p{Script=Han}[\\p{Script=Han}·]{0,3}(?:[\\s、，,]+|$))+`, 'u'),
}

const formsIn = (text: string): PrintedField[] => {
  let rest = text
  const found: PrintedField[] = []
  const take = (name: FieldName, start: number, length: number, value: string): void => {
    found.push({ name, value, start, end: start + length })
    rest = rest.slice(0, start) + '\n'.repeat(length) + rest.slice(start + length)
  }
  const date = locateDate(text)
  if (date) take('date', date.index, date.length, date.date)
  for (const [name, form] of forms)
    for (const { 0: printed, index } of [...rest.matchAll(form)]) {
      const lead = printed.length - printed.trimStart().length
      take(name, index + lead, printed.length - lead, printed.trim())
    }
  return found.sort((one, other) => one.start - other.start)
}

/** What ends a value at the latest. */
interface Surroundings {
  /** Where the next label begins. */
  readonly nextLabel: number
  readonly known: readonly PrintedField[]
}

/** The field that a label introduces: the form right after it, or the text up to the next label, form or line end. */
const fieldOf = (text: string, label: Label, { nextLabel, known }: Surroundings): PrintedField[] => {
  const valueStart = label.end + (text.slice(label.end).length - text.slice(label.end).trimStart().length)
  const form = known.find(({ start }) => start === valueStart)
  if (form && form.name !== 'notice')
    return [{ ...form, name: label.name === 'site' ? 'site' : form.name, label: label.text, start: label.start }]
  const nextForm = known.find(({ start }) => start > label.end)?.start ?? text.length
  const lineEnd = text.indexOf('\n', valueStart)
  const limit = Math.min(nextLabel, nextForm, lineEnd < 0 ? text.length : lineEnd)
  const given = text.slice(valueStart, limit)
  const pattern = valueForms[label.name]
  const value = (pattern ? (pattern.exec(given)?.[0] ?? '') : given).replace(
    /(?<![\s,，;；、|｜])[\s,，;；、|｜]+$/u,
    '',
  )
  return value === ''
    ? []
    : [{ name: label.name, value, label: label.text, start: label.start, end: valueStart + value.length }]
}

/** Every field that a text prints, in its order. Fields do not overlap; text between them belongs to no field. */
export const fieldsIn = (text: string): readonly PrintedField[] => {
  const known = formsIn(text)
  const introduced = labelsIn(text).filter(
    ({ start }) => !known.some((form) => form.start <= start && start < form.end),
  )
  const labelled = introduced.flatMap((label, at) =>
    fieldOf(text, label, { nextLabel: introduced[at + 1]?.start ?? text.length, known }),
  )
  const free = known.filter(({ start }) => !labelled.some((field) => field.start <= start && start < field.end))
  return [...labelled, ...free].sort((one, other) => one.start - other.start)
}
