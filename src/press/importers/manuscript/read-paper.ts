import { posix } from 'node:path'
import type { Paper } from '@/bundle/paper'
import type { Screenshot, SheetFormat } from '../../model/draft'
import type { Report } from '../../report'
import { findPicture, type FoundPicture } from './find-picture'
import type { ManuscriptFiles } from './manuscript-files'
import { paperRecord, sheets } from './records'
import { readRecord } from './yaml-record'
import type { Reason } from '../../findings/chinese/reasons'

/** What paper.yaml says. */
export interface PaperDraft {
  readonly paper: Paper
  readonly sheet: SheetFormat
  /** The nameplate's picture, among the manuscript's pictures. */
  readonly nameplate?: FoundPicture
  readonly screenshots?: readonly Screenshot[]
}

/** Number of basic columns for lines of about fourteen ems of body type. */
const columnsFor = (acrossMm: number, bodyMm: number): number => Math.max(2, Math.round(acrossMm / (bodyMm * 17)))

/** 9 pt on 12.75 pt, the usual of Chinese dailies. */
const defaults = { bodyMm: 3.2, leadingMm: 4.5, gutterEms: 1.4 }
const marginFor = (widthMm: number): number => (widthMm > 320 ? 15 : 12.5)

/** Why browsers would not accept a screenshot (Chromium: 320 to 3840 pixels, one side at most 2.3 times the other). */
const shotFault = ({ width, height }: { readonly width: number; readonly height: number }): Reason | undefined => {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (short < 320 || long > 3840) return 'each side of a screenshot must have 320 to 3840 pixels'
  return long > short * 2.3 ? 'one side of a screenshot must be at most 2.3 times the other' : undefined
}

/** Pictures in `screenshots/` next to paper.yaml, in order of their names: `1-整版.webp` is labelled 整版. */
const readScreenshots = ({ pictures }: ManuscriptFiles, folder: string, report: Report): Screenshot[] =>
  [...pictures]
    .filter(([path]) => path.startsWith(`${folder}screenshots/`))
    .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .flatMap(([path, found]) => {
      const reason = 'reason' in found ? found.reason : shotFault(found)
      if (reason !== undefined) report.add('bad-picture', { file: path }, { picture: path, reason })
      if ('reason' in found || reason !== undefined) return []
      const label = posix.parse(path).name.replace(/^\d+-/, '')
      return [{ file: path, ...found, ...(label && { label }) }]
    })

/** Reads paper.yaml; undefined if it is missing or not valid (which is reported). */
export const readPaper = (files: ManuscriptFiles, report: Report): PaperDraft | undefined => {
  const file = files.paper ?? 'paper.yaml'
  const text = files.texts.get(file)
  if (text === undefined) {
    report.add('unreadable-file', { file }, { reason: 'there is no paper.yaml in this folder or above it' })
    return undefined
  }
  const record = readRecord({ text, file }, paperRecord, report)
  if (!record) return undefined
  const { sheet: named = 'broadsheet', columns, nameplate, writing, ...rest } = record.value
  const { width, height } = typeof named === 'string' ? sheets[named] : named
  const isVertical = writing === 'vertical'
  const bodyMm = rest.body_size ?? defaults.bodyMm
  const folder = file.slice(0, -'paper.yaml'.length)
  const at = { file, line: record.lineOf('nameplate') }
  const picture = nameplate && findPicture(files, { folder, written: nameplate }, at, report)
  const screenshots = readScreenshots(files, folder, report)
  return {
    paper: {
      id: rest.id,
      name: rest.name,
      lang: rest.lang,
      timeZone: rest.time_zone,
      accent: rest.accent.toLowerCase(),
      pageTurn: rest.page_turn ?? 'ltr',
      ...(rest.channels && { channels: rest.channels }),
      ...(rest.site && { site: rest.site }),
      ...(rest.keys && { keys: rest.keys }),
      ...(rest.signed_since && { signedSince: rest.signed_since }),
    },
    sheet: {
      widthMm: width,
      heightMm: height,
      columns: columns ?? columnsFor(isVertical ? height : width, bodyMm),
      bodyMm,
      leadingMm: rest.leading ?? bodyMm * (defaults.leadingMm / defaults.bodyMm),
      gutterEms: rest.gutter ?? defaults.gutterEms,
      marginMm: rest.margin ?? marginFor(width),
      isVertical,
    },
    ...(picture && { nameplate: picture }),
    ...(screenshots.length > 0 && { screenshots }),
  }
}
