import { formatNumeral } from './numerals'

const digitNames = '零一二三四五六七八九'

/** `2026` → 二零二六, as years and long numbers are spoken. */
export const byDigit = (digits: string): string => digits.replace(/\d/g, (digit) => digitNames[Number(digit)] ?? digit)

/** As telephone numbers are spoken: 一 becomes 幺, so that it is not mistaken for 七. */
const byTelephone = (digits: string): string => byDigit(digits).replace(/一/g, '幺')

const inGroups = (digits: string): string[] => {
  switch (digits.length) {
    case 11:
      return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)]
    case 10:
      return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
    case 7:
    case 8:
      return [digits.slice(0, -4), digits.slice(-4)]
    default:
      return [digits]
  }
}

/** `021-37689000` → 零二幺，三七六八，九零零零: digit by digit, in the groups in which people say them. */
export const asTelephone = (printed: string): string =>
  printed.split(/\D+/).filter(Boolean).flatMap(inGroups).map(byTelephone).join('，')

/** A number next to letters: 20 of G20 → 二十, 919 of C919 → 九幺九, 04 of A04 → 零四. */
const nextToLetters = (digits: string): string =>
  digits.length <= 2 && !digits.startsWith('0') ? formatNumeral(Number(digits)) : byTelephone(digits)

/**
 * `A4`, `5G`, `H7N9`, `SHA-256`, `USB3.0`, `www.example.cn`. Without letters, or after a leading amount, the token
 * stays as it is.
 */
export const asLettersAndDigits = (token: string): string => {
  if (!/[A-Za-z]/.test(token)) return token
  const named = token.replace(/([A-Za-z0-9])\.(?=[A-Za-z])/g, '$1点')
  if (/\d\.\d/.test(named)) return named.replace(/([A-Za-z])(?=\d)/g, '$1 ')
  if (!/\d/.test(named) || /^\d{3,}/.test(named)) return named
  return named.replace(/-/g, ' ').replace(/\d+/g, nextToLetters)
}

/** 8:30 → 8点30分, 08:05 → 8点零5分, 17:00 → 17点. */
export const asClock = (hours: string, minutes: string): string => {
  const rest = minutes === '00' ? '' : minutes.startsWith('0') ? `零${Number(minutes)}分` : `${minutes}分`
  return `${Number(hours)}点${rest}`
}

/** Signs after a number, as they are spoken. */
export const unitNames: Readonly<Record<string, string>> = {
  'km/h': '公里每小时',
  'm/s': '米每秒',
  'μg/m³': '微克每立方米',
  'Mbit/s': '兆比特每秒',
  Mbps: '兆比特每秒',
  'km²': '平方公里',
  'm²': '平方米',
  '㎡': '平方米',
  'm³': '立方米',
  kWh: '千瓦时',
  kW: '千瓦',
  MW: '兆瓦',
  km: '公里',
  cm: '厘米',
  mm: '毫米',
  kg: '公斤',
  mg: '毫克',
  mL: '毫升',
  ml: '毫升',
  GB: '吉字节',
  MB: '兆字节',
  kB: '千字节',
  KB: '千字节',
  ms: '毫秒',
  m: '米',
  g: '克',
  t: '吨',
  L: '升',
  '℃': '摄氏度',
  '°C': '摄氏度',
}
