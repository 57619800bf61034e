import { describe, expect, it } from 'vitest'
import { articleFile, filesOf, plainFiles, readFiles } from '../../../support/manuscript'

const one = (files: Readonly<Record<string, string>>) => {
  const { manuscript, codes, report } = readFiles(
    filesOf({ 'page-01/01.md': articleFile('headline: 甲', '乙'), ...files }),
  )
  return { draft: manuscript?.draft, codes, whys: report.findings.map(({ why }) => why).join('\n') }
}

describe('a tag of HTML in a value', () => {
  it.each([
    ['issue.yaml', { 'issue.yaml': 'date: 2026-11-24\nnotice: 今日<b>八</b>版\n' }, 'issue.yaml:2', '<b>'],
    [
      'a list of issue.yaml',
      { 'issue.yaml': 'date: 2026-11-24\nchannels:\n  - 甲\n  - <i>乙</i>\n' },
      'issue.yaml:4',
      '<i>',
    ],
    [
      'a map of issue.yaml',
      { 'issue.yaml': 'date: 2026-11-24\neditors:\n  责任编辑: 周远<br/>李明\n' },
      'issue.yaml:3',
      '<br/>',
    ],
    [
      'page.yaml',
      { 'page-01/page.yaml': 'label: "01"\nname: <span class="x">要闻</span>\n' },
      'page-01/page.yaml:2',
      '<span class="x">',
    ],
    ['paper.yaml', { 'paper.yaml': `${plainFiles['paper.yaml']}channels: [<u>甲</u>]\n` }, 'paper.yaml:8', '<u>'],
    ['a quoted value', { 'issue.yaml': 'date: 2026-11-24\nfax: "<em>1</em>"\n' }, 'issue.yaml:2', '<em>'],
    [
      'the front matter',
      { 'page-01/01.md': articleFile('headline: 甲\ndeck:\n  - 一\n  - <b>二</b>', '乙') },
      'page-01/01.md:5',
      '<b>',
    ],
  ])('is a finding at its line: %s', (_, files, place, tag) => {
    const { codes, whys } = one(files)
    expect(codes.filter((code) => code.startsWith('printed-tag'))).toEqual([`printed-tag ${place}`])
    expect(whys).toContain(`the tag “${tag}”`)
  })

  it.each([
    ['a sign', { 'issue.yaml': 'date: 2026-11-24\nnotice: 3 < 5 > 2\n' }],
    ['a comment of YAML', { 'issue.yaml': '# <b> is not printed\ndate: 2026-11-24 # <i>\n' }],
    ['a key', { 'issue.yaml': 'date: 2026-11-24\neditors: { 甲: 乙 }\n' }],
  ])('is not %s', (_, files) => expect(one(files).codes.join()).not.toContain('printed-tag'))

  it('is no comment of HTML, which is not printed either', () => {
    const { draft, codes } = one({ 'issue.yaml': 'date: 2026-11-24\nnotice: 今日八版<!-- 待核 -->\n' })
    expect(draft?.masthead).toMatchObject({ notice: '今日八版' })
    expect(codes.join()).not.toContain('printed-tag')
  })
})
