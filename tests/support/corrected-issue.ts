import { smallIssue, type SmallIssue } from './small-issue'

/** The second revision of the small issue: the brief has changed, the picture of the bridge is withdrawn. */
export const correctedIssue = async (): Promise<SmallIssue> => {
  const corrected = await smallIssue(([first]) => {
    const brief = first.pieces.find(({ article }) => article === 'bbb222')
    if (!brief) throw new Error('no brief')
    brief.blocks = [{ kind: 'paragraph', leaves: ['更正。'] }]
  })
  corrected.issue.revision = 2
  const picture = corrected.issue.articles.find(({ id }) => id === 'ccc333')
  Object.assign(picture ?? {}, { withdrawn: { on: '2026-01-06', notice: '图片来源有误，已撤回。' } })
  return corrected
}
