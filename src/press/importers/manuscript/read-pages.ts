import * as v from 'valibot'
import { pageLabel, pageNo } from '@/bundle/ids'
import type { PageDraft, PagePicture } from '../../model/draft'
import type { Report } from '../../report'
import { pageFoldersOf, type ManuscriptFiles } from './manuscript-files'
import { pageRecord } from './records'
import { readRecord } from './yaml-record'

/** A page, and the folder of its articles. */
export interface PageFolder {
  readonly folder: string
  readonly page: PageDraft
}

const findPicture = (
  files: ManuscriptFiles,
  path: string,
  place: { readonly file: string; readonly line: number },
  report: Report,
): PagePicture | undefined => {
  const found = files.pictures.get(path)
  if (!found) report.add('missing-picture', place, { picture: path })
  else if ('reason' in found) report.add('bad-picture', place, { picture: path, reason: found.reason })
  else return { file: path, width: found.width, height: found.height }
  return undefined
}

/** Reads the pages in order of their folders, numbered from 1. */
export const readPages = (files: ManuscriptFiles, report: Report): PageFolder[] => {
  const folders = pageFoldersOf(files)
  if (folders.length === 0) report.add('no-pages', { file: '.' }, {})
  return folders.flatMap((folder, index) => {
    const file = `${folder}/page.yaml`
    const record = readRecord({ text: files.texts.get(file) ?? '', file }, pageRecord, report)
    if (!record) return []
    const { label, name, editors, banner, picture } = record.value
    const found =
      picture && findPicture(files, `${folder}/${picture}`, { file, line: record.lineOf('picture') }, report)
    return [
      {
        folder,
        page: {
          no: v.parse(pageNo, index + 1),
          label: v.parse(pageLabel, (label ?? String(index + 1)).slice(0, 20)),
          place: { file, page: index + 1 },
          ...(name && { name }),
          ...(editors && { editors }),
          ...(banner && { banner }),
          ...(found && { picture: found }),
        },
      },
    ]
  })
}
