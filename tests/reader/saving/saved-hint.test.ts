import { beforeEach, describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { issueKey, type IssueKey } from '@/bundle/issue-key'
import { hasSavedHint } from '@/reader/saving/hinted-names'
import { hintedIssues, isHintedSaved, setSavedHint } from '@/reader/saving/saved-hint'

const key = (issue: string, paper = 'small.example'): IssueKey => v.parse(issueKey, { paper, issue })
const stored = () => localStorage.getItem('banmian:saved')
beforeEach(() => localStorage.clear())

describe('the hint of what is saved', () => {
  it('is kept in the form that devices already hold', () => {
    setSavedHint(key('2026-01-05'), true)
    setSavedHint(key('2026-01-05-evening', 'other.example'), true)
    expect(stored()).toBe('small.example/2026-01-05 other.example/2026-01-05-evening')
    setSavedHint(key('2026-01-05'), false)
    expect(stored()).toBe('other.example/2026-01-05-evening')
  })

  it('names issues by paper and id, and passes over what it can’t read', () => {
    localStorage.setItem('banmian:saved', 'small.example/2026-01-05 nonsense')
    expect(hintedIssues()).toEqual([key('2026-01-05')])
    expect(isHintedSaved(key('2026-01-05'))).toBe(true)
    expect(isHintedSaved(key('2026-01-05', 'other.example'))).toBe(false)
  })

  it('says whether anything is saved at all', () => {
    expect(hasSavedHint()).toBe(false)
    setSavedHint(key('2026-01-05'), true)
    expect(hasSavedHint()).toBe(true)
  })
})
