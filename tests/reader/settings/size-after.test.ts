import { expect, it } from 'vitest'
import { choices } from '@/reader/settings/settings'
import { sizeAfter } from '@/reader/settings/size-after'

it('goes through all sizes of type, from the smallest to the largest, and stays at either end', () => {
  const upwards: string[] = ['small']
  let size: (typeof choices.size)[number] = 'small'
  for (let step = 0; step < 6; step++) upwards.push((size = sizeAfter(size, 1)))
  expect(upwards).toEqual(['small', 'standard', 'large', 'larger', 'largest', 'largest', 'largest'])
  expect(new Set(upwards)).toEqual(new Set(choices.size))
  for (const one of choices.size) if (one !== 'largest') expect(sizeAfter(sizeAfter(one, 1), -1)).toBe(one)
  expect(sizeAfter('small', -1)).toBe('small')
})
