import { createHash } from 'node:crypto'
import { access, readdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import type { ArticleId } from '@/bundle/ids'
import { leadTitleOf, titleOf } from '@/bundle/lookup'
import type { Issue, Page } from '@/bundle/issue'
import { formatDate } from '@/text/dates'
import { formatPageLabel } from '@/text/page-label'
import { drawnText } from '@/text/private-use'
import type { BundleFolder } from '../../io/bundle-folder'
import { replaceFile } from '../../io/write-file'
import type { ArticleSummary } from '../head/article-summary'
import type { GlyphStore } from './glyph-store'
import { previewsOf } from './preview-files'
import { charactersOf, drawCard, type CardText } from './preview-card'
import { cutSquare, squareOf } from './square-picture'

/** The square pictures of an issue, as files below the site. */
export interface Previews {
  /** A card with the paper's name and its lead. */
  readonly issue: string
  readonly articles: ReadonlyMap<ArticleId, string>
}

interface Making {
  readonly file: string
  readonly make: () => Promise<Buffer>
}

/** Few colours are enough for a drawing, and make a file of 7 kB. */
const asPng = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 4 }).toBuffer()

const cardOf = (issue: Issue, title: string, page?: Page): CardText => ({
  name: issue.paper.name,
  title: drawnText(title),
  place: [formatDate(issue.date), page && formatPageLabel(page.label)].filter(Boolean).join(' '),
  accent: issue.paper.accent,
  lang: issue.lang,
})

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Makes what is not there yet, several at a time. */
const makeAll = async (all: readonly Making[], site: string, signal: AbortSignal): Promise<void> => {
  const waiting = [...new Map(all.map((one) => [one.file, one])).values()]
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      signal.throwIfAborted()
      const path = join(site, one.file)
      if (!(await isThere(path))) await replaceFile(path, await one.make())
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
}

/**
 * Writes a square picture for every article that has a title or a picture, and one for the issue. Their names carry a digest of
 * what they show, so what is there already is left alone.
 */
export const writePreviews = async (
  { issue, readPart }: BundleFolder,
  summaries: readonly ArticleSummary[],
  { site, glyphs, signal }: { readonly site: string; readonly glyphs: GlyphStore; readonly signal: AbortSignal },
): Promise<Previews> => {
  const squares = new Map(summaries.map((summary) => [summary.article.id, squareOf(issue, summary)]))
  const cards = summaries.flatMap(({ article, page }) => {
    const title = titleOf(article)
    if (title === undefined || article.withdrawn || squares.get(article.id)) return []
    return [{ id: article.id, text: cardOf(issue, title, page) }]
  })
  const front = cardOf(issue, leadTitleOf(issue) ?? issue.paper.name)
  await glyphs.load([...cards.map(({ text }) => text), front].map(charactersOf))
  const drawn = (name: string, text: CardText): Making => {
    const svg = drawCard(text, glyphs.get)
    const digest = createHash('sha256').update(svg).digest('hex').slice(0, 10)
    return { file: `${previewsOf(issue.id)}/${name}.${digest}.png`, make: () => asPng(svg) }
  }
  const cut = [...squares].flatMap(([id, square]) =>
    square ? [{ id, making: { file: square.file, make: async () => cutSquare(await readPart(square.source)) } }] : [],
  )
  const made = [...cards.map(({ id, text }) => ({ id, making: drawn(id, text) })), ...cut]
  const ofIssue = drawn('issue', front)
  await makeAll([ofIssue, ...made.map(({ making }) => making)], site, signal)
  return { issue: ofIssue.file, articles: new Map(made.map(({ id, making }) => [id, making.file])) }
}

/** Removes the issue's pictures that no page names any more, such as that of an article that was withdrawn. */
export const removeOldPreviews = async (
  issue: Issue,
  { issue: own, articles }: Previews,
  site: string,
): Promise<void> => {
  const folder = join(site, previewsOf(issue.id))
  const named = new Set([own, ...articles.values()].map((file) => basename(file)))
  for (const name of await readdir(folder)) if (!named.has(name)) await rm(join(folder, name), { force: true })
}
