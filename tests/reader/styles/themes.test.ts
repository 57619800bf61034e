import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyAccent } from '@/reader/styles/accent'
import { contrastOf } from '@/reader/styles/contrast'
import { grounds } from '@/reader/styles/grounds'

const css = readFileSync(join(import.meta.dirname, '../../../src/reader/styles/themes.css'), 'utf8')

/** Colours of a theme by role, as the stylesheet has them; what a theme does not say is the light one's. */
const rolesOf = (theme: string): Readonly<Record<string, string>> => {
  const block = (selector: string): string => css.split(`${selector} {`)[1]?.split('}')[0] ?? ''
  const colours = (text: string) =>
    Object.fromEntries([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, role, colour]) => [role, colour]))
  return { ...colours(block('\n:root')), ...colours(block(`[data-theme='${theme}']`)) }
}

describe.each(Object.entries(grounds))('the theme %s', (theme, ground) => {
  const role = (name: string): string => rolesOf(theme)[name] ?? ''

  it('has the paper that the accents are made for', () => expect(role('paper')).toBe(ground))

  it.each([
    ['text', 'paper', 7],
    ['text', 'tint', 7],
    ['text-quiet', 'paper', 4.5],
    ['text-quiet', 'tint', 4.5],
    ['rule-strong', 'paper', 3],
  ])('sets %s on %s at %d:1 or more', (one, other, least) =>
    expect(contrastOf(role(one), role(other))).toBeGreaterThanOrEqual(least),
  )

  it('makes any paper’s colour stand out as a sign, and readable as text', () => {
    const root = document.createElement('div')
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(colour, (accent) => {
        applyAccent(root, accent)
        const made = (name: string): number => contrastOf(root.style.getPropertyValue(`--${name}-${theme}`), ground)
        expect(made('accent')).toBeGreaterThanOrEqual(3)
        expect(made('accent-text')).toBeGreaterThanOrEqual(theme.startsWith('contrast') ? 7 : 4.5)
      }),
      { numRuns: 50 },
    )
  })
})

it('reads its own colours rightly: black on white is 21:1', () => expect(contrastOf('#000000', '#ffffff')).toBe(21))
