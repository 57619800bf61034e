import { parseJumpLine } from './jump-line'
import { toHalfWidth } from './numerals'
import { asClock, asLettersAndDigits, asTelephone, byDigit, unitNames } from './spoken-numbers'

/*
 * Voices read plain numbers well, but not reliably anything else: dates, telephone numbers, letters with numbers, signs
 * and units are put into words first. No rule uses lookbehind, which Safari 16.0 to 16.3 do not support.
 */

/** A pattern, and what is said for it, from its groups and, where those are not enough, the whole sentence. */
type Rule = readonly [RegExp, (groups: readonly string[], sentence: string) => string]

/** Nobody prints a longer one; without a bound, a row of figures would be tried again from each of them. */
const number = '\\d{1,30}(?:\\.\\d{1,30})?'
const dash = '\\s?[—–－~～-]{1,2}\\s?'
const year = '(?:1[5-9]|20)\\d\\d'
/** Characters that follow a quantity: a number before one of these is not a telephone number. */
const counted = '\\d.%年月日元人名个件次万亿吨米字户家届'
const publicLine =
  '(?:市民|政务|服务|便民|消费|投诉|举报|急救|报警|交通|公安|民生|维权|法律|援助|咨询|客服|铁路|税务|健康){0,3}(?:热线|专线|电话|平台|网站)'
const hasScore = (sentence: string): boolean => /比分|战胜|击败|险胜|不敌|战平|大胜|完胜|逆转/.test(sentence)
const units = Object.keys(unitNames).sort((a, b) => b.length - a.length)

/** The order matters: no rule may break what a later one looks for. */
const rules: readonly Rule[] = [
  // 1,234,567
  [/(^|[^\d,.])(\d{1,3}(?:,\d{3})+)(?![\d,])/g, ([before, digits = '']) => before + digits.replace(/,/g, '')],
  // GB/T 15834—2011
  [
    /([A-Z]{2,4})(\/[A-Z])?\s?(\d{3,6})[—–-](\d{4})(?!\d)/g,
    ([letters, part = '', no = '', of = '']) => `${letters}${part.replace('/', ' ')} ${byDigit(no)}，${byDigit(of)}`,
  ],
  // 2026-11-24, 2026.11.24, 2026/11/24
  [
    new RegExp(`(^|[^\\d.\\-/])(${year})([.\\-/])(\\d{1,2})\\3(\\d{1,2})(?![\\d\\-/])`, 'g'),
    ([before, y = '', , m, d]) => `${before}${byDigit(y)}年${Number(m)}月${Number(d)}日`,
  ],
  // 2019—2023年, 2026年; but 2000年历史 and 2000年前 are lengths of time
  [
    new RegExp(`(^|\\D)(${year})年?${dash}(${year})(?=年)`, 'g'),
    ([before, from = '', to = '']) => `${before}${byDigit(from)}到${byDigit(to)}`,
  ],
  [
    new RegExp(`(^|\\D)(${year})(?=年(?!前|来|以来|以前|历史|的历史|之久|间))`, 'g'),
    ([before, y = '']) => before + byDigit(y),
  ],
  // 021-37689000, （021）3768 9000-8012, 13800138000, 400-820-8820, 热线：37689000, 拨打120
  [
    /(^|[^\d.])([(（]?0\d{2,3}[)）]?[\s—–-]?\d{3,4}[\s-]?\d{4}(?:-\d{1,5})?)(?![\d.])/g,
    ([before, no = '']) => before + asTelephone(no),
  ],
  [/(^|[^\d.])(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?![\d.])/g, ([before, no = '']) => before + asTelephone(no)],
  [/(^|[^\d.])([48]00[\s-]?\d{3,4}[\s-]?\d{3,4})(?![\d.])/g, ([before, no = '']) => before + asTelephone(no)],
  [new RegExp(`(^|[^\\d.])([2-8]\\d{7})(?![${counted}])`, 'g'), ([before, no = '']) => before + asTelephone(no)],
  [
    new RegExp(
      `(电话|热线|手机|传真|拨打|致电|号码|微信号|QQ|群号|邮编)([^\\d\\n。；]{0,6})(\\d{3,12}(?:-\\d{1,8})?)(?![${counted}])`,
      'g',
    ),
    ([word, between, no = '']) => `${word}${between}${asTelephone(no)}`,
  ],
  [
    new RegExp(`(^|[^\\d.])(1[12]\\d|12\\d{3}|9\\d{4}|96\\d{4})(?=${publicLine})`, 'g'),
    ([before, no = '']) => before + asTelephone(no),
  ],
  // -3℃, -3～8℃
  [
    new RegExp(`(^|[^\\dA-Za-z])[-－−](${number})(?=(?:${dash}[-－−]?${number})?\\s?(?:℃|°C|摄氏度))`, 'g'),
    ([before, value]) => `${before}零下${value}`,
  ],
  // 8:30, 08：05; 3:1
  [
    /(^|[^\d:：])(\d{1,3})[:：](\d{1,3})(?![\d:：])/g,
    ([before, a = '', b = ''], sentence) => {
      const isClock = b.length === 2 && Number(a) <= 24 && Number(b) < 60 && !hasScore(sentence)
      return before + (isClock ? asClock(a, b) : `${a}比${b}`)
    },
  ],
  // 3%—8%, 3—8%; 3—5, 3～5, 3-1; 1月3日—5日, 8点30分-17点; 上海～北京
  [
    new RegExp(`(^|[^\\d.A-Za-z-])(${number})[%‰]?${dash}(${number})([%‰])`, 'g'),
    ([before, a, b, sign]) => `${before}${a}${sign}到${b}${sign}`,
  ],
  [
    new RegExp(`(^|[^\\d.A-Za-z-])(${number})${dash}(${number})(?![\\d.-])`, 'g'),
    ([before, a, b], sentence) => `${before}${a}${hasScore(sentence) ? '比' : Number(a) < Number(b) ? '到' : '杠'}${b}`,
  ],
  [/([日月年时点分号℃楼元])\s?[—–－~～-]{1,2}\s?(?=(?:上午|下午|晚上|零下)?\d)/g, ([before]) => `${before}到`],
  [/([\u4e00-\u9fff])[~～](?=[\u4e00-\u9fff])/g, ([before]) => `${before}到`],
  // 100%, 8.5%, -3%, 2‰, 1/3
  [/(^|[^\d.])100%/g, ([before]) => `${before}百分之百`],
  [
    new RegExp(`([-－−]?)(${number})([%‰])`, 'g'),
    ([minus, value, sign]) => `${minus ? '负' : ''}${sign === '%' ? '百' : '千'}分之${value}`,
  ],
  [
    /(^|[^\d/A-Za-z.])(\d{1,2})\/(\d{1,3})(?![\d/A-Za-z版页日号期年])/g,
    ([before, a, b]) => (Number(a) < Number(b) ? `${before}${b}分之${a}` : `${before}${a}/${b}`),
  ],
  // 75 kB, 60 km/h
  [
    new RegExp(`(\\d)\\s?(${units.join('|')})(?![A-Za-z0-9²³/])`, 'g'),
    ([digit, unit = '']) => `${digit}${unitNames[unit] ?? unit}`,
  ],
  // 60×60, ≥3, 5+3
  [/(\d)\s?[×✕*]\s?(?=\d)/g, ([digit]) => `${digit}乘`],
  [/≥\s?(?=\d)/g, () => '大于等于'],
  [/≤\s?(?=\d)/g, () => '小于等于'],
  [/±\s?(?=\d)/g, () => '正负'],
  [/(\d)\s?[+＋]\s?(?=\d)/g, ([digit]) => `${digit}加`],
  // A4, 5G, C919, SHA-256
  [/([A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*)/g, ([token = '']) => asLettersAndDigits(token)],
  // A dash is a pause.
  [/[—–]{2,}/g, () => '，'],
]

/** Printers' signs and placeholders for characters that Unicode lacks: not spoken. */
const signs = /[▶►▷◀◄◁←→↑↓■□◆◇●★☆▲△▼▽※〓♦✓✔#\p{Co}\p{Cc}]/gu
/** Without printers' signs; a ring used as a zero, 二○二四, becomes 〇. */
const withoutSigns = (text: string): string =>
  text
    .replace(/([〇零一二三四五六七八九])[○◯](?=[○◯〇零一二三四五六七八九年])/gu, '$1〇')
    .replace(signs, ' ')
    .replace(/[○◯]/gu, ' ')

const inWords = (sentence: string): string =>
  rules.reduce(
    (text, [pattern, say]) =>
      text.replace(pattern, (_, ...found: unknown[]) =>
        say(
          found
            .slice(
              0,
              found.findIndex((one) => typeof one === 'number'),
            )
            .map((one) => `${one ?? ''}`),
          sentence,
        ),
      ),
    sentence,
  )

/**
 * What a voice is given to say for a printed sentence; empty if there is nothing to say, as for a jump line. No Han
 * character is lost or moved: words are only inserted, and figures become words.
 * @param lang BCP 47; other languages than Chinese are left as they are, but for printers' signs
 */
export const spokenText = (sentence: string, lang = 'zh'): string => {
  const jump = parseJumpLine(sentence)
  if (jump && jump.direction !== 'see') return ''
  const plain = withoutSigns(sentence)
  const said = /^(?:zh|cmn|yue|wuu|nan|hak)\b/i.test(lang) ? inWords(toHalfWidth(plain).replace(/％/g, '%')) : plain
  return /[\p{L}\p{N}]/u.test(said) ? said.replace(/\s+/gu, ' ').trim() : ''
}
