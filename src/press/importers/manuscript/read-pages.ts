import * as v from 'valibot'
import { pageLabel, pageNo } from '@/bundle/ids'
import { isSameLabel, canonicalLabel } from '@/text/page-label'
import type { PageDraft } from '../../model/draft'
import type { Report } from '../../report'
import { findPicture } from './find-picture'
import { pageFoldersOf, type ManuscriptFiles } from './manuscript-files'
import { pageNumbersOf, reportMissingPages, reportSharedLabels } from './page-numbers'
import { pageRecord } from './records'
import { readPageWords } from '../printed/page-words'
import { readRecord } from './yaml-record'

/** A page, and the folder of its articles. */
export interface PageFolder {
  readonly folder: string
  /** The number in the folder's name. */
  readonly number: number
  readonly page: PageDraft
}

/** Reads the pages in order of their folders. */
export const readPages = (files: ManuscriptFiles, report: Report): PageFolder[] => {
  const names = pageFoldersOf(files)
  if (names.length === 0) report.add('no-pages', { file: '.' }, {})
  const numbers = pageNumbersOf(names)
  const folders = names.flatMap((folder, index) => {
    const file = `${folder}/page.yaml`
    const record = readRecord({ text: files.texts.get(file) ?? '', file }, pageRecord, report)
    if (!record) return []
    const { name, editors, banner, picture } = record.value
    const found =
      picture &&
      findPicture(files, { folder: `${folder}/`, written: picture }, { file, line: record.lineOf('picture') }, report)
    const words = found
      ? readPageWords(files.texts.get(`${folder}/words.txt`) ?? '', `${folder}/words.txt`, report)
      : []
    const inName = numbers[index]
    if (!inName) return []
    const label = record.value.label ?? inName.label
    const page: PageDraft = {
      no: v.parse(pageNo, index + 1),
      label: v.parse(pageLabel, label),
      place: { file, page: index + 1 },
      ...(name && { name }),
      ...(editors && { editors }),
      ...(banner && { banner }),
      ...(found && { picture: found, ...(words.length > 0 && { words }) }),
    }
    return [{ ...inName, folder, label, line: record.lineOf('label'), page }]
  })
  reportMissingPages(folders, report)
  reportSharedLabels(folders, report)
  return folders
}

/**
 * The page that a manuscript means by a number or a label: the page with that label; the double page that it is half of; else the page whose
 * folder has that number.
 */
export const pageNamed = (folders: readonly PageFolder[], name: string): PageDraft | undefined => {
  const byNumber = folders.filter(({ number }) => String(number) === canonicalLabel(name))
  const found =
    folders.find(({ page }) => canonicalLabel(page.label) === canonicalLabel(name)) ??
    folders.find(({ page }) => isSameLabel(page.label, name)) ??
    // A01 and B01 both have the number 1.
    (byNumber.length === 1 ? byNumber[0] : undefined)
  return found?.page
}
