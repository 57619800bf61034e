import type { PrintedBlock } from '../../printed/printed-issue'

/** What libraries write where an article has no title. */
const placeholders =
  /^\[?(?:untitled\b.*|.*placeholder.*|(?:sans titre|ohne titel|zonder titel|no title|title unknown).*)$/iu
const adverts =
  'adv\\.?|adverts?|advertisements?|advertising|advertenties?|publicités?|annonces?|anzeigen?|inserate?|werbung|reklame'
const pictures = 'illustration|picture|image|photo'
/** Catalogues call adverts and pictures by what they are, and number them: `Publicité 1 Page 4`. */
const named = (names: string): RegExp => new RegExp(`^(?:${names})(?:[\\s.]*\\d+)?(?:\\s+page\\s+\\d+)?$`, 'iu')
const advertName = named(adverts)
const pictureName = named(pictures)

/** It calls an advert an advert. */
export const isAdvertName = (title: string): boolean => advertName.test(title.trim())

/** It says that there is none. */
export const isNoTitle = (title: string): boolean => placeholders.test(title.trim()) || !/[\p{L}\p{N}]/u.test(title)

/** It says no more than what kind of thing it is. */
export const isPlaceholder = (title: string): boolean =>
  isNoTitle(title) || advertName.test(title.trim()) || pictureName.test(title.trim())

const isLetter = /[\p{L}\p{N}\p{M}]/u

/** A title that breaks off was taken from the first words of the text. */
const breaksOff = /(?:\.\.|…|[-¬])$/u

export type TitleSplit =
  | { readonly isTitle: true; readonly title: PrintedBlock; readonly rest: PrintedBlock | undefined }
  | { readonly isTitle: false }

/** Offset in the text after the letters of the title; undefined if the text begins with other letters. */
const endOf = (title: string, text: string): number | undefined => {
  let at = 0
  for (const letter of title.toLowerCase()) {
    if (!isLetter.test(letter)) continue
    while (at < text.length && !isLetter.test(text.charAt(at))) at++
    if (text.slice(at, at + letter.length).toLowerCase() !== letter) return undefined
    at += letter.length
  }
  return at
}

const slice = (block: PrintedBlock, from: number, to: number): PrintedBlock => ({
  ...block,
  text: block.text.slice(from, to),
  words: block.words
    .filter((word) => word.from >= from && word.from + word.length <= to)
    .map((word) => ({ ...word, from: word.from - from })),
})

/**
 * A title that the source tells may be printed at the beginning of the first block: then it is taken out of it. If it only repeats how
 * the text begins, it is none. Undefined if the text begins with something else.
 */
export const splitTitle = (told: string, first: PrintedBlock | undefined): TitleSplit | undefined => {
  if (!first) return undefined
  const end = endOf(told.trimEnd().replace(breaksOff, ''), first.text)
  if (end === undefined || end === 0) return undefined
  if (breaksOff.test(told.trimEnd())) return { isTitle: false }
  const isWordEnd = end >= first.text.length || !isLetter.test(first.text.charAt(end))
  if (!isWordEnd) return { isTitle: false }
  // Marks that follow at once belong to the title.
  const stop = end + (/^\S*/.exec(first.text.slice(end))?.[0].length ?? 0)
  const restFrom = stop + (/^\s*/.exec(first.text.slice(stop))?.[0].length ?? 0)
  const rest = restFrom < first.text.length ? slice(first, restFrom, first.text.length) : undefined
  return { isTitle: true, title: { ...slice(first, 0, stop), kind: 'subhead' }, rest }
}
