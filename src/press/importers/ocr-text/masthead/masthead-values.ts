import { parseNumeral } from '@/text/numerals'
import { canonicalLabel } from '@/text/page-label'
import { tidy } from '@/text/tidy'
import type { FieldName, PrintedField } from './printed-fields'

export type SingleField = Exclude<FieldName, 'channels' | 'editors' | 'notice' | 'page'>

/** The fields of a masthead as issue.yaml and page.yaml hold them. */
export interface MastheadValues {
  readonly singles: ReadonlyMap<SingleField, string>
  readonly channels: readonly string[]
  readonly editors: ReadonlyMap<string, readonly string[]>
  readonly notices: readonly string[]
  readonly page?: { readonly label: string; readonly name?: string }
}

const singleNames: readonly SingleField[] = [
  'date',
  'weekday',
  'lunar_date',
  'serial_no',
  'issue_no',
  'address',
  'hotline',
  'email',
  'fax',
  'permit',
  'site',
]

/** 李 四 is one name with a space in it (a two-character name set to the width of three); 张三 李四 are two names. */
const namesOf = (printed: string): readonly string[] =>
  printed
    .split(/[\s、，,]+/u)
    .filter(Boolean)
    .reduce<readonly string[]>((names, word) => {
      const last = names.at(-1)
      return last?.length === 1 && word.length === 1 ? [...names.slice(0, -1), last + word] : [...names, word]
    }, [])

/** 总第1208期 → 1208; also 总第一二〇八期, digit by digit. */
const numberOf = (printed: string): string | undefined => {
  const [numeral = ''] =
    /(?<![0-9０-９〇零一二三四五六七八九十百千])[0-9０-９〇零一二三四五六七八九十百千]+(?=\s*[期号號])/u.exec(
      printed,
    ) ?? []
  const value = parseNumeral(numeral)
  return value === undefined || value < 1 ? undefined : String(value)
}

const valueOf = ({ name, value }: PrintedField): string | undefined => {
  if (name === 'serial_no' || name === 'issue_no') return numberOf(value)
  if (name === 'weekday') return `星期${value.slice(-1).replace('天', '日')}`
  return name === 'email' || name === 'site' || name === 'date' ? value : tidy(value)
}

/** “第二版 文化”, “A04 文化”. A label in Chinese numerals becomes Arabic; any other stays as printed. */
const pageOf = ({ name: field, value }: PrintedField): MastheadValues['page'] => {
  const [, label = '', name] =
    /^(第?\s*[^\s版]+\s*版|[A-Z]\d{1,2}\s*版?)\s*[:：·|｜]?\s*(\p{Script=Han}*)$/u.exec(value) ?? []
  if (field !== 'page' || !label) return undefined
  const bare = label.replace(/^第|[\s版]/gu, '')
  return { label: /[A-Z0-9]/u.test(bare) ? bare : canonicalLabel(label), ...(name && { name }) }
}

/**
 * The values of a masthead's printed fields. If a field is printed twice with different values, the first is its value;
 * the other becomes a notice, with its label. So does a value that can't be read.
 */
export const mastheadValuesOf = (fields: readonly PrintedField[]): MastheadValues => {
  const named = (name: FieldName): readonly PrintedField[] => fields.filter((field) => field.name === name)
  const singles = new Map(
    singleNames.flatMap((name) => {
      const value = named(name)
        .map(valueOf)
        .find((one) => one !== undefined)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  const page = fields.map(pageOf).find((one) => one !== undefined)
  const isNotice = (field: PrintedField): boolean => {
    if (field.name === 'channels' || field.name === 'editors') return false
    if (field.name === 'page') return pageOf(field)?.label !== page?.label || pageOf(field)?.name !== page?.name
    return field.name === 'notice' || valueOf(field) !== singles.get(field.name)
  }
  const roles = [...new Set(named('editors').map(({ label }) => tidy(label ?? '')))]
  const editorsIn = (role: string): readonly string[] => [
    ...new Set(
      named('editors')
        .filter(({ label }) => tidy(label ?? '') === role)
        .flatMap(({ value }) => namesOf(value)),
    ),
  ]
  return {
    singles,
    channels: [...new Set(named('channels').map(({ value }) => tidy(value)))],
    editors: new Map(roles.map((role) => [role, editorsIn(role)])),
    notices: [
      ...new Set(
        fields.filter(isNotice).map(({ label, value }) => tidy(label === undefined ? value : `${label}：${value}`)),
      ),
    ],
    ...(page && { page }),
  }
}
