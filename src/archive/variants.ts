import hongKong from 'opencc-js/dict/HKVariantsRev'
import taiwan from 'opencc-js/dict/TWVariantsRev'
import simplified from 'opencc-js/dict/TSCharacters'
import type { VariantsOf } from '@/text/alike'

/** `為 爲|裡 裏`: a form of a character, followed by what it is a form of. */
const pairsOf = (table: string): (readonly [string, string])[] =>
  table.split('|').flatMap((row) => {
    const [form = '', ...others] = row.split(' ')
    return others.map((other) => [form, other] as const)
  })

/**
 * Which characters are forms of one another, by opencc's tables in both directions. The relation is not transitive: 發
 * and 髮 are both forms of 发, but not of each other.
 */
export const createVariants = (): VariantsOf => {
  const forms = new Map<string, string[]>()
  const add = (one: string, other: string): void => void forms.set(one, [...(forms.get(one) ?? []), other])
  for (const [one, other] of [hongKong, taiwan, simplified].flatMap(pairsOf)) {
    add(one, other)
    add(other, one)
  }
  return (character) => forms.get(character) ?? []
}
