import type { Paper } from '@/bundle/paper'
import type { Sheet } from '../../model/draft'
import type { Report } from '../../report'
import type { ManuscriptFiles } from './manuscript-files'
import { paperRecord, sheets } from './records'
import { readRecord } from './yaml-record'

/** What paper.yaml says. */
export interface PaperDraft {
  readonly paper: Paper
  readonly sheet: Sheet
  /** The nameplate's picture, a path among the manuscript's pictures. */
  readonly nameplate?: string
}

/** Basic columns by sheet width: about one for every 50 mm. */
const columnsFor = (widthMm: number): number => Math.max(2, Math.round(widthMm / 52))

/** paper.yaml, decoded; undefined where it is missing or wrong (which is reported). */
export const readPaper = (files: ManuscriptFiles, report: Report): PaperDraft | undefined => {
  const file = files.paper ?? 'paper.yaml'
  const text = files.texts.get(file)
  if (text === undefined) {
    report.add('unreadable-file', { file }, { reason: 'there is no paper.yaml in this folder or above it' })
    return undefined
  }
  const record = readRecord({ text, file }, paperRecord, report)
  if (!record) return undefined
  const { sheet: named = 'broadsheet', columns, nameplate, ...rest } = record.value
  const { width, height } = typeof named === 'string' ? sheets[named] : named
  const folder = file.slice(0, -'paper.yaml'.length)
  const picture = nameplate && `${folder}${nameplate}`
  const found = picture === undefined ? undefined : files.pictures.get(picture)
  const at = { file, line: record.lineOf('nameplate') }
  if (nameplate && !found) report.add('missing-picture', at, { picture: nameplate })
  if (nameplate && found && 'reason' in found)
    report.add('bad-picture', at, { picture: nameplate, reason: found.reason })
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
    },
    sheet: { widthMm: width, heightMm: height, columns: columns ?? columnsFor(width) },
    ...(picture && { nameplate: picture }),
  }
}
