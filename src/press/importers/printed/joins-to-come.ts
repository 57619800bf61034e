import { joinJumps } from '../../model/join-jumps'
import { liftJumpLines } from '../../model/lift-jump-lines'
import { Report } from '../../report'
import type { PrintedManuscript } from './write-manuscript'
import { contentOf, readWritten } from './read-written'

/** What a build of an import makes of the printed lines to other pages, beside what the source itself states. */
export interface JoinsToCome {
  /** How many joins each grade of evidence proves, as `printed-out, page-label, cut-sentence`. */
  readonly proven: Readonly<Record<string, number>>
  /** Articles with a line that several others may answer: they are offered, and not joined. */
  readonly possible: number
  /** Articles with a line that no other answers. */
  readonly unresolved: number
}

/** A build needs a day, and no join depends on it. */
const someDay = 'date: 2000-01-01\n'

/** Reads the manuscript and runs the passes of a build that join articles; nothing is built. */
export const joinsToCome = (manuscript: PrintedManuscript): JoinsToCome => {
  const { texts, pictures } = contentOf(manuscript)
  const read = readWritten({ texts: new Map([...texts, ['issue.yaml', someDay]]), pictures }, new Report())
  const report = new Report()
  const articles = read ? joinJumps(liftJumpLines(read.draft, report), report).articles : []
  const proven = new Map<string, number>()
  for (const { joinedBy = [] } of articles.flatMap(({ parts }) => parts)) {
    if (joinedBy.length === 0 || joinedBy.includes('stated')) continue
    const grade = joinedBy.join(', ')
    proven.set(grade, (proven.get(grade) ?? 0) + 1)
  }
  const count = (sought: string): number => report.findings.filter(({ code }) => code === sought).length
  return {
    proven: Object.fromEntries(proven),
    possible: count('jump-possible'),
    unresolved: count('jump-unresolved'),
  }
}
