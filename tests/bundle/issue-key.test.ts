import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { formatIssueKey, issueKey, issueKeyOf, parseIssueKey } from '@/bundle/issue-key'
import { decodeIssue, encode } from '@/bundle/codec'
import { smallIssue } from '../support/small-issue'

const key = v.parse(issueKey, { paper: 'small.example', issue: '2026-01-05' })
const keys = fc
  .record({
    paper: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,99}$/),
    issue: fc.stringMatching(/^\d{4}-\d{2}-\d{2}(-[a-z0-9]{1,20})?$/),
  })
  .map((one) => v.parse(issueKey, one))

describe('the key of an issue', () => {
  it('[B2] is its paper and its id', async () =>
    expect(issueKeyOf(decodeIssue(encode((await smallIssue()).issue)))).toEqual(key))

  it('is written as devices have stored it since the first version', () =>
    expect(formatIssueKey(key)).toBe('small.example/2026-01-05'))

  it('is read back as it was written', () =>
    fc.assert(
      fc.property(keys, (one) => {
        expect(parseIssueKey(formatIssueKey(one))).toEqual(one)
      }),
    ))

  it.each([
    '',
    'small.example',
    'small.example/',
    '/2026-01-05',
    'small.example 2026-01-05',
    'small.example/2026-01-05/aaa111',
    'Small.Example/2026-01-05',
    'small.example/today',
  ])('is not read from “%s”', (text) => expect(parseIssueKey(text)).toBeUndefined())
})
