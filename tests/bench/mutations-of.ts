/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number below the limit. */
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly of: <Item>(items: readonly Item[], otherwise: Item) => Item
}

/** Mulberry32. */
export const randomOf = (seed: number): Random => {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { below, chance: (share) => next() < share, of: (items, otherwise) => items[below(items.length)] ?? otherwise }
}

type Bytes = Uint8Array<ArrayBuffer>

/** Pieces that parsers treat in ways of their own. */
const pieces = [
  '\0',
  '\uFEFF',
  '\uFFFD',
  '\r',
  '\u2028',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '[[[[[[[[',
  ': ',
  '- ',
  '&a ',
  '*a ',
  '!!',
  '<!--',
  '-->',
  '---\n',
  '```',
  '> > > >',
  '| ',
  '![](',
  '](',
  '%',
  '#',
  '\t',
  '1e999',
  '-0',
  '9007199254740993',
  'null',
  '__proto__',
  'constructor',
  '年',
  '民国',
  '〇',
  '零',
  '▶下转第',
  '▲上接',
  '👨‍👩‍👧',
  '\u202E',
  '\uD800',
  'ﷺ',
  '（',
  '“',
  ' ',
  '　',
].map((text) => new TextEncoder().encode(text))

const spliced = (bytes: Bytes, at: number, removed: number, inserted: Uint8Array): Bytes => {
  const result = new Uint8Array(bytes.length - removed + inserted.length)
  result.set(bytes.subarray(0, at))
  result.set(inserted, at)
  result.set(bytes.subarray(at + removed), at + inserted.length)
  return result
}

const repeated = (piece: Uint8Array, times: number): Bytes => {
  const result = new Uint8Array(piece.length * times)
  for (let index = 0; index < times; index++) result.set(piece, index * piece.length)
  return result
}

const oneChange = (bytes: Bytes, random: Random): Bytes => {
  const at = random.below(bytes.length + 1)
  const length = Math.min(bytes.length - at, 1 + random.below(random.chance(0.8) ? 8 : bytes.length + 1))
  switch (random.below(7)) {
    case 0: {
      const flipped = bytes.slice()
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8))
      return flipped
    }
    case 1:
      return spliced(bytes, at, length, new Uint8Array())
    case 2:
      return spliced(bytes, at, 0, bytes.slice(at, at + length))
    case 3:
      return bytes.slice(0, at)
    case 4:
      return spliced(bytes, at, 0, random.of(pieces, new Uint8Array()))
    case 5:
      return spliced(
        bytes,
        at,
        length,
        Uint8Array.from({ length }, () => random.below(256)),
      )
    default:
      // The same again and again: what takes time that grows faster than the text.
      return spliced(
        bytes,
        at,
        0,
        repeated(
          random.chance(0.5) ? random.of(pieces, new Uint8Array()) : bytes.slice(at, at + Math.min(length, 12)),
          1 + random.below(random.chance(0.95) ? 40 : 12_000),
        ),
      )
  }
}

/** The bytes with one to four changes. */
export const mutatedBytes = (bytes: Bytes, random: Random): Bytes => {
  let result = bytes
  for (let left = 1 + random.below(4); left > 0; left--) result = oneChange(result, random)
  return result
}

/** Values that no field expects, or that are just beside what it expects. */
const strangers: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1,
  0.5,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  ' ',
  'a',
  '中',
  '\0',
  '__proto__',
  '2026-02-30',
  '../../etc/passwd',
  'javascript:alert(1)',
  'x'.repeat(5000),
  [],
  {},
  [[]],
  [null],
  { kind: 'x' },
]

/** JSON with the value at one to three places replaced, removed, doubled, or repeated many times. */
export const mutatedJson = (json: unknown, random: Random): unknown => {
  const copy: unknown = structuredClone(json)
  for (let left = 1 + random.below(3); left > 0; left--) {
    const places: (readonly [object, string])[] = []
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null || places.length > 5000) return
      for (const key of Object.keys(node)) {
        places.push([node, key])
        visit(Reflect.get(node, key))
      }
    }
    visit(copy)
    const [parent, key] = random.of(places, [{}, ''])
    const value: unknown = Reflect.get(parent, key)
    const choice = random.below(5)
    if (choice === 0) Reflect.deleteProperty(parent, key)
    else if (choice === 1 && Array.isArray(value)) value.push(...value.slice(0, 100))
    else if (choice === 2 && Array.isArray(parent) && random.chance(0.2))
      for (let times = random.below(20_000); times > 0; times--) parent.push(value)
    else if (choice === 3 && typeof value === 'number') Reflect.set(parent, key, value + random.below(5) - 2)
    else if (choice === 4 && typeof value === 'string')
      Reflect.set(parent, key, value.slice(0, random.below(value.length + 1)))
    // A copy, because a later change may be inside it.
    else Reflect.set(parent, key, structuredClone(random.of(strangers, null)))
  }
  return copy
}
