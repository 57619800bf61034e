import { encode } from '@/bundle/codec'
import type { PagePart } from '@/bundle/page-part'
import type { PictureFile } from '@/press/importers/manuscript/manuscript-files'
import { finish, type IssueImages } from '@/press/model/finish'
import { refine } from '@/press/model/refine'
import { seal } from '@/press/model/seal'
import { Report } from '@/press/report'
import { setIssue } from '@/press/typeset/set-issue'
import { decodePagePart } from '@/bundle/codec'
import { filesOf, readFiles } from './manuscript'

/** A manuscript set and finished: what a bundle would hold. */
export const setFiles = async (
  texts: Readonly<Record<string, string>>,
  pictures: Readonly<Record<string, PictureFile>> = {},
) => {
  const { manuscript, codes } = readFiles(filesOf(texts, pictures))
  if (!manuscript) throw new Error(codes.join())
  const report = new Report()
  const draft = refine(manuscript.draft, report)
  const set = setIssue(draft, report)
  const sealed = await seal({ stem: 'p', ending: 'webp', role: 'picture', width: 12, height: 8 }, encode('dot'))
  const images: IssueImages = {
    pictures: new Map(draft.pictures.map(({ id }) => [id, [sealed]])),
    facsimiles: new Map(),
  }
  const finished = await finish(set, images)
  const partOf = (no: number): PagePart => {
    const name = finished.issue.pages[no - 1]?.part ?? ''
    const bytes = finished.parts.find(({ entry }) => entry.name === name)?.bytes ?? new Uint8Array()
    return decodePagePart(bytes, name, finished.issue)
  }
  return { draft, set, report, ...finished, partOf }
}
export type SetFiles = Awaited<ReturnType<typeof setFiles>>
