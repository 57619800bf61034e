import type { Finding } from '../../finding'
import type { WordsOfFindings } from '../all-findings'
import type { FindingWords } from '../finding-table'
import { correctionWords } from './corrections'
import { help } from './help'
import { iiifWords } from './iiif'
import { importWords } from './import'
import { evidence, lines, usage } from './lines'
import { manuscriptWords } from './manuscript'
import { bundleWords, jumpWords, ocrWords, oldAddressWords, printedWords, signingWords, siteWords } from './other'
import { createPhrases } from './phrase-book'
import { publishWords } from './publish'
import { reasons } from './reasons'
import { scoreLines } from './score'
import { typesettingWords } from './typesetting'

/** The words of every finding in Chinese. */
export const chinese: WordsOfFindings = {
  ...manuscriptWords,
  ...jumpWords,
  ...typesettingWords,
  ...bundleWords,
  ...signingWords,
  ...ocrWords,
  ...importWords,
  ...printedWords,
  ...correctionWords,
  ...iiifWords,
  ...siteWords,
  ...oldAddressWords,
  ...publishWords,
}

const reasonOf = createPhrases(reasons)
const lineOf = createPhrases({ ...lines, ...usage, ...scoreLines })
const evidenceOf = createPhrases(evidence)

const evidenceInChinese = (list: string): string =>
  list
    .split(', ')
    .map((one) => evidenceOf(one) ?? one)
    .join('、')

/** A fact is a name or a text of the manuscript, which stays, or a reason in English. */
const factInChinese = (name: string, fact: string): string =>
  name === 'evidence' ? evidenceInChinese(fact) : (reasonOf(fact) ?? fact)

/** The finding with its words in Chinese. */
export const findingInChinese = (finding: Finding): Finding => {
  const words: FindingWords<string> = chinese[finding.code]
  const facts = Object.fromEntries(
    Object.entries(finding.facts).map(([name, fact]) => [name, isWords(name) ? factInChinese(name, fact) : fact]),
  )
  return { ...finding, facts, why: words.why(facts), fix: words.fix }
}

/** Facts that are words of the press. */
const wordFacts: ReadonlySet<string> = new Set(['reason', 'what', 'fault', 'to', 'at', 'twin', 'between', 'evidence'])
const isWords = (name: string): boolean => wordFacts.has(name)

const helpOf = createPhrases(help)
/** What `--help` says, in Chinese. */
export const helpInChinese = (text: string): string => helpOf(text) ?? text

/** In a report of joins. */
const evidenceInLine = /(?<=^ {2}joined when it is built, by )[a-z, -]+(?=: )/u

/** A line of a command in Chinese; names, paths and lists of names stay as they are. */
export const lineInChinese = (line: string): string => lineOf(line.replace(evidenceInLine, evidenceInChinese)) ?? line
