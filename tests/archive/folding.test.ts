import { describe, expect, it } from 'vitest'
import { createFolding } from '@/archive/folding'
import { createVariants } from '@/archive/variants'
import { alikeOf } from '@/text/alike'

const variants = createVariants()
const folding = createFolding(variants)

describe('folding', () => {
  it('takes for one whatever a search counts as the same, of all characters', () => {
    const apart: string[] = []
    for (let code = 0; code < 0x30000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCodePoint(code)
      const own = folding.fold(character).join()
      for (const form of alikeOf(character, variants))
        if (folding.fold(form).join() !== own) apart.push(`${character}${form}`)
    }
    expect(apart).toEqual([])
  })

  it.each([
    ['發', '髮', '发'],
    ['Ｇ', 'g', 'G'],
    ['〇', '零', '○'],
    ['“', '"', '＂'],
    ['⽇', '日', '日'],
    ['㊥', '中', '中'],
  ])('puts %s, %s and %s into one family', (...characters) =>
    expect(new Set(characters.map((one) => folding.fold(one).join())).size).toBe(1),
  )

  it('knows which characters mean their whole family', () => {
    expect(['国', '的', 'x', '５', '。'].filter((one) => !folding.meansFamily(one))).toEqual([])
    expect(['發', '髮', '零'].filter(folding.meansFamily)).toEqual([])
  })

  it('knows by which forms those who type the plain one find it', () => {
    expect(['國', '国', 'Ｇ', '“'].every(folding.isPlainlyFound)).toBe(true)
    expect(['㊥', '①'].some(folding.isPlainlyFound)).toBe(false)
  })

  it('has another fingerprint with another table', () => {
    expect(createFolding(createVariants()).fingerprint()).toBe(folding.fingerprint())
    expect(createFolding(() => []).fingerprint()).not.toBe(folding.fingerprint())
  })
})
