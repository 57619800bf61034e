import { isSpaced, selectors, spaces, unseen } from '@/text/search-query'
import type { Folding } from './folding'
import { termFields, termKey, type TermField } from './term-key'

/** Stands in a sequence of folded characters where words of Latin are apart. */
const parting = 0x20

/** What the patterns of `search-query.ts` allow between two characters, between two letters of a word, and between two words. */
const anyGap = new RegExp(`^${selectors}[${spaces}${unseen}]{0,8}$`, 'u')
const noGap = new RegExp(`^${selectors}[${unseen}]{0,8}$`, 'u')
const wordGap = new RegExp(`^${selectors}[${spaces}${unseen}]{1,8}$`, 'u')

/** What is called with the key of each term, and the field whose terms these are. */
interface TermSink {
  readonly add: (key: number) => void
  readonly field: TermField
}

/** The n-grams of a sequence: of 1, 2 and 3 characters, none with a parting at an end. */
const addTerms = (codes: readonly number[], { add, field }: TermSink): void => {
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]
    if (code === undefined || code === parting) continue
    const first = code + termFields[field]
    const second = codes[index + 1]
    const third = codes[index + 2]
    add(termKey(first))
    if (second === undefined) return
    if (second !== parting) add(termKey(first, second))
    if (third !== undefined && third !== parting) add(termKey(first, second, third))
  }
}

/** Where a search counts fewer characters as the same than the index. */
export type OnIrregular = (code: number) => void

/** How two neighbours stand to each other; `either` and `odd` ones are read in both ways. */
type Joint = 'joined' | 'parted' | 'either' | 'odd'

const jointOf = (before: number, gap: string, after: number): Joint => {
  const areSpaced = isSpaced(String.fromCodePoint(before)) && isSpaced(String.fromCodePoint(after))
  if (!areSpaced) return anyGap.test(gap) ? 'joined' : 'odd'
  const [isJoined, isParted] = [noGap.test(gap), wordGap.test(gap)]
  return isJoined && isParted ? 'either' : isJoined ? 'joined' : isParted ? 'parted' : 'odd'
}

const sequence = (codes: readonly number[], joints: readonly Joint[], isParted: boolean): readonly number[] =>
  codes.flatMap((code, index) => {
    const joint = joints[index] ?? 'joined'
    return joint === 'parted' || (isParted && joint !== 'joined') ? [parting, code] : [code]
  })

const addLine = (line: string, folding: Folding, sink: TermSink, onIrregular: OnIrregular): void => {
  const codes: number[] = []
  /** Of codes that are not simply joined to the one before. */
  const joints: Joint[] = []
  let gap = ''
  for (const character of line) {
    const own = folding.fold(character)
    const [first] = own
    if (first === undefined) {
      gap += character
      continue
    }
    const before = codes.at(-1)
    if (before !== undefined) {
      const joint = gap === '' ? 'joined' : jointOf(before, gap, first)
      if (joint !== 'joined') joints[codes.length] = joint
      if (joint === 'odd') [before, first].forEach((code) => onIrregular(code))
      if (folding.isMark(character)) onIrregular(before)
    }
    if (own.length > 1 || !folding.isPlainlyFound(character)) own.forEach((code) => onIrregular(code))
    codes.push(...own)
    gap = ''
  }
  if (joints.length === 0) {
    addTerms(codes, sink)
    return
  }
  const isPlain = joints.every((joint) => joint === 'parted')
  for (const isParted of isPlain ? [false] : [false, true]) addTerms(sequence(codes, joints, isParted), sink)
}

/**
 * The keys of all terms of a text, each once: n-grams of 1, 2 and 3 folded characters, none over a line feed.
 * @param onIrregular called with folded characters for which the index finds more than a search means
 */
export const termsOfText = (
  lines: readonly string[],
  folding: Folding,
  onIrregular: OnIrregular = () => undefined,
  field: TermField = 'article',
): ReadonlySet<number> => {
  const keys = new Set<number>()
  const sink = { field, add: (key: number) => void keys.add(key) }
  for (const text of lines) for (const line of text.split('\n')) addLine(line, folding, sink, onIrregular)
  return keys
}

/** What of a query's word is looked up. */
export interface WordTerms {
  /** All of them are in every text that has the word. */
  readonly keys: readonly number[]
  /** Folded characters of the word. */
  readonly codes: readonly number[]
  /** Whether its only term stands for the whole word and all that it means, and nothing else, in texts without irregular characters. */
  readonly isWhole: boolean
}

const keysOfChain = (codes: readonly number[], field: TermField): number[] => {
  const keys: number[] = []
  let end = 0
  codes.forEach((code, index) => {
    if (code === parting) return
    const first = code + termFields[field]
    const [second, third] = [codes[index + 1], codes[index + 2]]
    const isTriple = second !== undefined && third !== undefined && third !== parting
    const isPair = !isTriple && second !== undefined && second !== parting
    const length = isTriple ? 3 : isPair ? 2 : 1
    if (index + length <= end) return
    end = index + length
    keys.push(isTriple ? termKey(first, second, third) : isPair ? termKey(first, second) : termKey(first))
  })
  return keys
}

/** The terms of a word or phrase of a query, as `parseQuery` gives it; none if there is nothing that is indexed. */
export const termsOfWord = (word: string, folding: Folding, field: TermField = 'article'): WordTerms => {
  const chains: number[][] = [[]]
  const codes: number[] = []
  let before: string | undefined
  let isParted = false
  let isWhole = true
  for (const character of word) {
    if (/\s/u.test(character)) {
      isParted = true
      continue
    }
    const own = folding.fold(character)
    const [first] = own
    isWhole &&= own.length === 1 && folding.meansFamily(character)
    if (first === undefined) continue
    const last = chains.at(-1)?.at(-1)
    const areSpaced = before !== undefined && isSpaced(before) && isSpaced(character)
    const couldBeSpaced =
      last !== undefined && isSpaced(String.fromCodePoint(last)) && isSpaced(String.fromCodePoint(first))
    // Typed ①②, printed 12 or 1 2, which are different sequences.
    if (last !== undefined && couldBeSpaced !== areSpaced) chains.push([])
    chains.at(-1)?.push(...(areSpaced && isParted ? [parting] : []), ...own)
    codes.push(...own)
    before = character
    isParted = false
  }
  const keys = [...new Set(chains.flatMap((chain) => keysOfChain(chain, field)))]
  return { keys, codes, isWhole: isWhole && chains.length === 1 && keys.length === 1 }
}
