import { describe, expect, it } from 'vitest'
import { finding } from '@/press/finding'
import { allFindings } from '@/press/findings/all-findings'
import { bundleFindings } from '@/press/findings/bundle-findings'
import { correctionFindings } from '@/press/findings/correction-findings'
import { iiifFindings } from '@/press/findings/iiif-findings'
import { importFindings } from '@/press/findings/import-findings'
import { jumpFindings } from '@/press/findings/jump-findings'
import { manuscriptFindings } from '@/press/findings/manuscript-findings'
import { ocrFindings } from '@/press/findings/ocr-findings'
import { oldAddressFindings } from '@/press/findings/old-address-findings'
import { printedFindings } from '@/press/findings/printed-findings'
import { publishFindings } from '@/press/findings/publish-findings'
import { signingFindings } from '@/press/findings/signing-findings'
import { siteFindings } from '@/press/findings/site-findings'
import { typesettingFindings } from '@/press/findings/typesetting-findings'

const tables = [
  bundleFindings,
  correctionFindings,
  jumpFindings,
  manuscriptFindings,
  ocrFindings,
  iiifFindings,
  importFindings,
  oldAddressFindings,
  printedFindings,
  publishFindings,
  signingFindings,
  siteFindings,
  typesettingFindings,
]

describe('the findings of the press', () => {
  it('have each code in one table', () =>
    expect(tables.flatMap((table) => Object.keys(table)).sort()).toEqual(Object.keys(allFindings).sort()))

  it('say what was found and what to do, from the facts', () =>
    expect(finding('unknown-key', { file: 'issue.yaml', line: 3 }, { key: 'dat', near: 'date' })).toEqual({
      code: 'unknown-key',
      severity: 'fatal',
      place: { file: 'issue.yaml', line: 3 },
      facts: { key: 'dat', near: 'date' },
      why: '“dat” is not a known key; did you mean “date”?',
      fix: 'Correct or remove the key; docs/manuscript.md lists all keys, docs/corrections.md those of corrections.yaml.',
    }))

  it('end every remedy as a sentence, and no diagnosis', () => {
    for (const table of tables)
      for (const [code, { fix }] of Object.entries(table)) expect(fix, code).toMatch(/^[A-Z].*(\.|\d)$/)
  })

  it('can’t be made without their facts', () => {
    // @ts-expect-error `near` is missing
    expect(() => finding('unknown-key', { file: 'a' }, { key: 'b' })).not.toThrow()
    // @ts-expect-error there is no such code
    expect(() => finding('no-such-code', { file: 'a' }, {})).toThrow()
  })
})
