import type { Box } from '@/bundle/geometry'
import type { PictureId } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import { findArticle } from '@/bundle/lookup'
import type { PagePart } from '@/bundle/page-part'
import { boxOf, plainLine } from '@/bundle/set-runs'
import type { Setting, SetTitle } from '@/bundle/setting'
import { rectangle } from './rectangle'

/** Titles of one size, each character at its place: one element, however many titles there are. Page units. */
export interface ThumbTitles {
  readonly size: number
  readonly text: string
  /** One number for each character, as SVG wants them. */
  readonly x: string
  readonly y: string
}

/** What a page looks like from afar. */
export interface ThumbDrawing {
  readonly titles: readonly ThumbTitles[]
  /** Outlines of all columns, and of all pictures. */
  readonly columns: string
  readonly pictures: string
  /** The largest pictures, largest first. */
  readonly plates: readonly (Box & { readonly picture: PictureId })[]
}

/** A title that would be lower than this share of the page's width is a speck in a thumbnail. */
const leastTitle = 1 / 60
/** Whether a character is as wide as it is high. */
const isSquare = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x2e7f

interface Glyph {
  readonly character: string
  readonly x: number
  readonly y: number
}

/** The characters of a title block, each at its place: below the baseline are about twelve hundredths of a character. */
const glyphsOf = (text: string, { box: place, writing, size, lines }: SetTitle): Glyph[] => {
  const box = boxOf(place)
  const isVertical = writing === 'vertical'
  const leading = (isVertical ? box.width : box.height) / lines.length
  let at = 0
  return lines.map(plainLine).flatMap(({ count, spacing, indent }, line) => {
    let along = (indent / 1000) * size
    const across = leading * line + (leading - size) / 2
    const own = [...text.slice(at, at + count)]
    at += count
    return own.map((character) => {
      const glyph = isVertical
        ? { character, x: box.x + box.width - across - size, y: box.y + along + size * 0.88 }
        : { character, x: box.x + along, y: box.y + across + size * 0.88 }
      along += size * ((isSquare(character) || isVertical ? 1 : 0.55) + spacing / 1000)
      return glyph
    })
  })
}

/** How many pictures of a page are drawn as such; the others are tinted. */
const mostPlates = 2

/** Draws a typeset page from afar: its real titles, columns and pictures at their places. */
export const drawThumb = (setting: Setting, part: PagePart, issue: Issue, pageWidth: number): ThumbDrawing => {
  const bySize = new Map<number, Glyph[]>()
  const put = (title: SetTitle, text: string): void => {
    if (title.size < pageWidth * leastTitle) return
    bySize.set(title.size, [...(bySize.get(title.size) ?? []), ...glyphsOf(text, title)])
  }
  for (const { role, text, box, size, spacing = 0, writing } of setting.furniture)
    if (role === 'nameplate' || role === 'banner')
      put({ role: 'headline', box, size, writing, lines: [[text.length, spacing]] }, text)
  for (const { article: id, titles = [] } of setting.articles) {
    const article = findArticle(issue, id)
    for (const title of titles)
      if (title.role === 'headline' || title.role === 'jump-head')
        put(title, title.text ?? article?.headline ?? article?.workingTitle ?? '')
  }
  const pictureAt = (id: string, from: number): PictureId | undefined => {
    for (const { article, range, blocks } of part.pieces) {
      if (article !== id) continue
      let at = range[0]
      for (const block of blocks) {
        if (block.kind === 'picture' && at === from) return block.picture
        at += block.leaves.reduce((sum, leaf) => sum + leaf.length + 1, 0)
      }
    }
    return undefined
  }
  const plates = setting.articles.flatMap(({ article, plates: own = [] }) =>
    own.map(({ box, from }) => ({ ...boxOf(box), picture: pictureAt(article, from) })),
  )
  const frames = setting.articles.flatMap(({ frames: own = [] }) => own.map(({ box }) => boxOf(box)))
  return {
    titles: [...bySize].map(([size, glyphs]) => ({
      size,
      text: glyphs.map(({ character }) => character).join(''),
      x: glyphs.map(({ x }) => Math.round(x)).join(' '),
      y: glyphs.map(({ y }) => Math.round(y)).join(' '),
    })),
    columns: frames.map(rectangle).join(''),
    pictures: plates.map(rectangle).join(''),
    plates: plates
      .flatMap(({ picture, ...box }) => (picture ? [{ ...box, picture }] : []))
      .sort((a, b) => b.width * b.height - a.width * a.height)
      .slice(0, mostPlates),
  }
}
