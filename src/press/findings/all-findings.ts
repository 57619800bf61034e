import { bundleFindings } from './bundle-findings'
import type { Reason } from './chinese/reasons'
import { correctionFindings } from './correction-findings'
import { iiifFindings } from './iiif-findings'
import { importFindings } from './import-findings'
import { jumpFindings } from './jump-findings'
import { manuscriptFindings } from './manuscript-findings'
import { ocrFindings } from './ocr-findings'
import { oldAddressFindings } from './old-address-findings'
import { printedFindings } from './printed-findings'
import { publishFindings } from './publish-findings'
import { signingFindings } from './signing-findings'
import { siteFindings } from './site-findings'
import { typesettingFindings } from './typesetting-findings'

/**
 * Every finding the press can make, by its code. A code is permanent: never renamed, never reused, in one table only.
 */
export const allFindings = {
  ...manuscriptFindings,
  ...jumpFindings,
  ...typesettingFindings,
  ...bundleFindings,
  ...signingFindings,
  ...ocrFindings,
  ...importFindings,
  ...printedFindings,
  ...correctionFindings,
  ...iiifFindings,
  ...siteFindings,
  ...oldAddressFindings,
  ...publishFindings,
} as const

export type FindingCode = keyof typeof allFindings
/** The facts that a finding's words need; those that are words themselves are there in every language. */
export type FactsOf<Code extends FindingCode> = {
  readonly [Fact in keyof Parameters<(typeof allFindings)[Code]['why']>[0]]: Fact extends 'reason' | 'what' | 'fault'
    ? Reason
    : string
}

/**
 * The words of all findings in one language; a code without words does not compile. English stands in the tables
 * themselves; another language is a table of this type in this folder.
 */
export type WordsOfFindings = {
  readonly [Code in FindingCode]: Pick<(typeof allFindings)[Code], 'why' | 'fix'>
}
