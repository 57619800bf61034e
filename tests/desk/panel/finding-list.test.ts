import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { DeskFinding } from '@/press/preview/desk-record'
import FindingList from '@/desk/panel/FindingList.vue'
import { deskState } from '../../support/desk-state'

const finding: DeskFinding = { code: 'a', severity: 'note', why: 'why', fix: 'fix', file: 'page.txt' }
const placeOf = (changed: Partial<DeskFinding>): string =>
  mount(FindingList, { props: { findings: [{ ...finding, ...changed }], state: deskState(), chosen: undefined } })
    .get('.head span')
    .text()

describe('where a finding is', () => {
  it.each<[string, Partial<DeskFinding>, string]>([
    ['its page and article', { page: 0, article: 'small', line: 4 }, 'A01版 · 标题 small'],
    ['its page', { page: 1 }, 'A02版'],
    ['its page, and the line of a raw text', { page: 0, line: 12 }, 'A01版 · page.txt 第 12 行'],
    ['file and line of what leads nowhere', { line: 12 }, 'page.txt 第 12 行'],
    ['the file alone', {}, 'page.txt'],
  ])('is told by %s', (_, changed, words) => expect(placeOf(changed)).toBe(words))
})
