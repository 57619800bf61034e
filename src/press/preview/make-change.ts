import type { Finding } from '../finding'
import type { Reason } from '../findings/chinese/reasons'
import { EditedCorrections } from '../importers/corrections/edited-corrections'
import { oneLine } from '../importers/corrections/text-places'
import type { PrintedArticle } from '../importers/printed/printed-issue'
import { articleNamed, type CorrectedDesk } from './corrected-desk'
import type { DeskChange } from './desk-record'
import { waysToAdd, waysToCut, waysToMend, type Way } from './ways-to-mend'
import {
  waysToAddArticle,
  waysToDate,
  waysToDrop,
  waysToJoin,
  waysToNamePage,
  waysToOrder,
  waysToOutline,
  waysToTitle,
} from './ways-to-write'

/** A text of corrections.yaml, and what comes of it; without a desk the text can't be read. */
export interface TriedCorrections {
  readonly text: string
  readonly desk?: CorrectedDesk
  readonly findings: readonly Finding[]
}

/** Why a change is not made, in words of ours or by a finding. */
export type ChangeRefusal = { readonly reason: Reason } | { readonly finding: Finding }

type Made = { readonly made: TriedCorrections } | { readonly refused: ChangeRefusal }

const refusedBy = (reason: Reason): Made => ({ refused: { reason } })
const textsOf = ({ parts }: PrintedArticle): readonly string[] =>
  parts.flatMap(({ blocks }) => blocks.map(({ text }) => oneLine(text)))

/** What is wrong for want of an article, or of a part of it. */
const gone: Reason = 'what was to be changed is not there any more'

/** Why there is no way to write a change. */
const noWay: Readonly<Record<DeskChange['does'], Reason>> = {
  issue: gone,
  page: gone,
  titles: gone,
  mend: 'this can’t be written into corrections.yaml as a change of words',
  'add-text': gone,
  outlines: gone,
  cut: 'an article that was added can’t be cut: draw the other one anew',
  join: 'only an article of the source can go on in another',
  drop: 'what was cut from an article can’t be left out by itself: take the cut back',
  order: 'what was cut from an article follows it, and has no place of its own',
  add: gone,
  'take-back': gone,
}

const blockOf = (
  desk: CorrectedDesk,
  { article: key, part, block }: { article: string; part: number; block: number },
) => {
  const article = articleNamed(desk, key)
  const found = article?.article.parts[part]?.blocks[block]
  return article && found ? { article, block: found } : undefined
}

/** The ways to write a change, the first that works is taken. */
const waysOf = (desk: CorrectedDesk, change: DeskChange): readonly Way[] => {
  switch (change.does) {
    case 'issue':
      return waysToDate(desk, change.date, change.issueNo)
    case 'page':
      return waysToNamePage(desk, change.page, change)
    case 'add':
      return waysToAddArticle(desk, change)
    case 'take-back':
      return [(file) => file.remove(change.path)]
    case 'add-text': {
      const article = articleNamed(desk, change.article)
      const { block: at } = change
      const found = at === undefined ? undefined : blockOf(desk, { ...change, block: at })
      return article && (found || at === undefined) ? waysToAdd(desk, article, found?.block, change.text) : []
    }
    case 'mend':
    case 'cut': {
      const found = blockOf(desk, change)
      if (!found) return []
      return change.does === 'cut'
        ? waysToCut(desk, found.article, found.block)
        : waysToMend(desk, found.article, found.block, change.text)
    }
    default: {
      const article = articleNamed(desk, change.article)
      if (!article) return []
      if (change.does === 'titles') return waysToTitle(desk, article, change.titles, change.kind)
      if (change.does === 'outlines') return waysToOutline(desk, article, change.page, change.outlines)
      if (change.does === 'drop') return waysToDrop(desk, article)
      if (change.does === 'order') return waysToOrder(desk, article, change.place)
      const rest = articleNamed(desk, change.to)
      return rest ? waysToJoin(desk, article, rest) : []
    }
  }
}

/** Whether the issue is now as the change wants it; a correction that applies may still do something else. */
const isAsWanted = (change: DeskChange, before: CorrectedDesk, after: CorrectedDesk): boolean => {
  const key = 'article' in change ? change.article : undefined
  const now = key === undefined ? undefined : articleNamed(after, key)?.article
  switch (change.does) {
    case 'mend': {
      const old = blockOf(before, change)?.block.text ?? ''
      const wanted = oneLine(change.text)
      const count = (article: PrintedArticle | undefined, text: string): number =>
        article ? textsOf(article).filter((one) => one === text).length : 0
      const had = articleNamed(before, change.article)?.article
      return wanted === ''
        ? count(now, oneLine(old)) < count(had, oneLine(old))
        : wanted === oneLine(old) || count(now, wanted) > count(had, wanted)
    }
    case 'add-text':
      return now !== undefined && textsOf(now).includes(oneLine(change.text))
    case 'cut':
      return after.articles.length > before.articles.length
    case 'join':
      return !articleNamed(after, change.to)
    case 'drop':
      return now === undefined
    case 'outlines': {
      const there = now?.parts.filter(({ page }) => page === change.page).flatMap(({ outlines }) => outlines) ?? []
      const sorted = (all: readonly (readonly number[])[]): string => all.map(String).toSorted().join(';')
      return sorted(there) === sorted(change.outlines)
    }
    default:
      return true
  }
}

const told = ({ code, facts }: Finding): string => JSON.stringify([code, facts])

/** What a text makes worse: it can't be read, or a correction does not apply. */
const firstNew = (before: TriedCorrections, after: TriedCorrections): Finding | undefined => {
  const known = new Set(before.findings.map(told))
  return after.findings.find((one) => one.severity !== 'note' && !known.has(told(one)))
}

/**
 * Writes what an editor did into a text of corrections.yaml. Of several ways to write it, the first is taken that makes the issue as it
 * should be, and after which everything else applies as before.
 * @param attempt reads and applies a text
 */
export const makeChange = (
  before: TriedCorrections,
  change: DeskChange,
  attempt: (text: string) => TriedCorrections,
): Made => {
  const { desk } = before
  if (!desk) return refusedBy('corrections.yaml can’t be read: see the findings')
  let refusal: ChangeRefusal = { reason: noWay[change.does] }
  for (const write of waysOf(desk, change)) {
    const file = new EditedCorrections(before.text)
    write(file)
    const text = file.toString()
    const after = attempt(text)
    const finding = change.does === 'take-back' && after.desk ? undefined : firstNew(before, after)
    if (finding) refusal = { finding }
    else if (after.desk && isAsWanted(change, desk, after.desk)) return { made: after }
  }
  return { refused: refusal }
}
