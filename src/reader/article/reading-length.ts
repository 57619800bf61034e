import type { Block } from '@/bundle/block'

/** How many characters of a Chinese newspaper an adult reads in a minute. */
const charactersAMinute = 400

/** Counts Han characters, and each word or number in other scripts as one. */
export const charactersOf = (blocks: readonly Block[]): number =>
  blocks
    .flatMap(({ leaves }) => leaves)
    .reduce((sum, leaf) => sum + (leaf.match(/\p{Script=Han}|[^\p{Script=Han}\P{L}]+|\p{N}+/gu)?.length ?? 0), 0)

/** Whole minutes, at least one. */
export const minutesToRead = (characters: number): number => Math.max(1, Math.round(characters / charactersAMinute))
