import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readImportRecord } from '../io/import-record-file'
import { findPaper } from '../io/manuscript-folder'
import { replaceFile } from '../io/write-file'
import type { Report } from '../report'

/** What an import knows of its paper; a person completes the rest. */
export interface StarterPaper {
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly lang: string
  readonly isRightToLeft?: boolean
}

/** Whether an import may write there: a manuscript that no import made is reported, since a person may have corrected it. */
export const isFreeForManuscript = async (folder: string, report: Report): Promise<boolean> => {
  const present = await readdir(folder).catch((): string[] => [])
  if (!present.includes('issue.yaml') || (await readImportRecord(folder)) !== undefined) return true
  report.add('manuscript-in-the-way', { file: folder }, {})
  return false
}

/** The paper.yaml of a new manuscript: that which is there or above it, else one to begin with, which is reported. @returns its path */
export const paperFor = async (folder: string, paper: StarterPaper, report: Report): Promise<string> => {
  const known = await findPaper(folder)
  if (known !== undefined) return known
  const { id = 'paper.example', name = '报名待填', lang, isRightToLeft = false } = paper
  const path = join(folder, 'paper.yaml')
  await replaceFile(
    path,
    `id: ${id}
name: ${/^[\p{L}\p{N}]+$/u.test(name) ? name : JSON.stringify(name)}
lang: ${lang}
time_zone: ${lang.startsWith('zh') ? 'Asia/Shanghai' : 'Etc/UTC'}
accent: '#9c1c1c'
sheet: broadsheet
${isRightToLeft ? 'page_turn: rtl\n' : ''}`,
  )
  report.add('paper-to-name', { file: 'paper.yaml', line: 2 }, {})
  return path
}
