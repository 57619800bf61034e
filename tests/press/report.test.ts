import { describe, expect, it } from 'vitest'
import { Report } from '@/press/report'

describe('a report', () => {
  it('tells what was found by file, line and code, in whatever order it was found', () => {
    const report = new Report()
    const add = (file: string, line?: number): void =>
      report.add('missing-key', { file, ...(line && { line }) }, { key: 'headline' })
    add('page-10/01.md', 2)
    add('page-2/01.md', 11)
    report.add('empty-article', { file: 'page-2/01.md', line: 11 }, {})
    add('page-2/01.md', 9)
    add('page-2/01.md')
    add('issue.yaml', 4)
    expect(report.findings.map(({ place, code }) => [place.file, place.line, code])).toEqual([
      ['issue.yaml', 4, 'missing-key'],
      ['page-2/01.md', undefined, 'missing-key'],
      ['page-2/01.md', 9, 'missing-key'],
      ['page-2/01.md', 11, 'empty-article'],
      ['page-2/01.md', 11, 'missing-key'],
      ['page-10/01.md', 2, 'missing-key'],
    ])
  })
})
