import type { Block } from '@/bundle/block'

/** An adult reads about so many characters of a Chinese newspaper a minute. */
const charactersAMinute = 400

/** Han characters, and every word or number in other signs as one. */
export const charactersOf = (blocks: readonly Block[]): number =>
  blocks
    .flatMap(({ leaves }) => leaves)
    .reduce((sum, leaf) => sum + (leaf.match(/\p{Script=Han}|[^\p{Script=Han}\P{L}]+|\p{N}+/gu)?.length ?? 0), 0)

/** Whole minutes, at least one. */
export const minutesToRead = (characters: number): number => Math.max(1, Math.round(characters / charactersAMinute))
