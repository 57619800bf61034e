/**
 * Conversion between simplified and traditional Chinese, one character for one, so that all offsets and lines stay
 * valid. A character's form can depend on the word it is in (头发 and 发现): the table also has the words that can't be
 * converted character by character.
 */
export interface ScriptTable {
  readonly characters: ReadonlyMap<string, string>
  readonly words: ReadonlyMap<string, string>
  /** Length of the longest word. */
  readonly longest: number
}

type Pair = readonly [from: string, to: string]

/**
 * Parses `a b|c d`, the format of OpenCC's tables. Pairs of unequal length in UTF-16 would shift offsets and are left
 * out.
 */
const pairsOf = (text: string): Pair[] =>
  text.split('|').flatMap((pair): Pair[] => {
    const [from = '', to = ''] = pair.split(' ')
    return from !== '' && from.length === to.length ? [[from, to]] : []
  })

const tableOf = (characters: readonly Pair[], words: readonly Pair[]): ScriptTable => ({
  characters: new Map(characters),
  words: new Map(words),
  longest: Math.max(1, ...words.map(([from]) => from.length)),
})

/** Parses a table: one line of characters, one line of words. */
export const parseScriptTable = (text: string): ScriptTable => {
  const [characters = '', words = ''] = text.split('\n')
  return tableOf(pairsOf(characters), pairsOf(words))
}

/** The text in the table's script, with the same length. From left to right, the longest matching word wins. */
export const inScript = (text: string, { characters, words, longest }: ScriptTable): string => {
  const wordAt = (at: number): string | undefined => {
    for (let length = Math.min(longest, text.length - at); length > 1; length--) {
      const word = words.get(text.slice(at, at + length))
      if (word !== undefined) return word
    }
    return undefined
  }
  let written = ''
  while (written.length < text.length) {
    const at = written.length
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    written += wordAt(at) ?? characters.get(character) ?? character
  }
  return written
}

/**
 * The text of a table that converts as the full lists do, but without the words that convert correctly by their
 * characters and shorter words alone. A seventh of OpenCC's list remains.
 */
export const thinScriptTable = (characters: string, words: string): string => {
  const kept = new Map<string, string>()
  const table = { characters: new Map(pairsOf(characters)), words: kept }
  const byLength = pairsOf(words).sort(([a], [b]) => a.length - b.length)
  for (const [from, to] of byLength)
    if (inScript(from, { ...table, longest: from.length - 1 }) !== to) kept.set(from, to)
  const lineOf = (pairs: Iterable<Pair>): string =>
    [...pairs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((pair) => pair.join(' '))
      .join('|')
  return `${lineOf(table.characters)}\n${lineOf(kept)}`
}
