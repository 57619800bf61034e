/**
 * Simplified and traditional Chinese, one character for one character, so that every offset and every line holds. What a
 * character becomes may hang on the word it stands in (头发 and 发现): words whose characters do not tell are in the table too.
 */
export interface ScriptTable {
  readonly characters: ReadonlyMap<string, string>
  readonly words: ReadonlyMap<string, string>
  /** Length of the longest word. */
  readonly longest: number
}

type Pair = readonly [from: string, to: string]

/** `a b|c d`, as OpenCC's tables are written; pairs of unequal length in UTF-16 would move the text and are left out. */
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

/** The table from its text: characters and words, a line each. */
export const parseScriptTable = (text: string): ScriptTable => {
  const [characters = '', words = ''] = text.split('\n')
  return tableOf(pairsOf(characters), pairsOf(words))
}

/** The text with every character in the table's script; as long as it was. The longest word wins, from left to right. */
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
 * The text of a table that gives what the whole lists give, without the words that their characters and shorter words give
 * already: a seventh of OpenCC's list.
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
