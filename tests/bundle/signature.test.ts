import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import type { Issue } from '@/bundle/issue'
import type { SigningKey } from '@/bundle/paper'
import { isSignedBy, mustBeSigned, trustedKeys, verifySignature } from '@/bundle/signature'
import { edited } from '../support/edited'
import { faultOf } from '../support/fault-of'
import { makeKey, type TestKey } from '../support/signing-keys'
import { smallIssue } from '../support/small-issue'

let key: TestKey
let stranger: TestKey
let issueJson: Uint8Array<ArrayBuffer>
let issue: Issue
let signature: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  key = await makeKey()
  stranger = await makeKey()
  issueJson = encode((await smallIssue()).issue)
  issue = decodeIssue(issueJson)
  signature = await key.sign(issueJson)
})

const flipped = (bytes: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> => {
  const copy = new Uint8Array(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}
const signing = async () => ({ keys: [await key.listed()] })

describe('[B17] a signed issue', () => {
  it('is opened if a key of the paper signed it', async () =>
    expect(await verifySignature(await signing(), { issue, issueJson, signature })).toBe(issue))

  it('refuses every flipped bit of the signature', async () => {
    const keys = await signing()
    for (let bit = 0; bit < 512; bit++)
      expect(
        await faultOf(() => verifySignature(keys, { issue, issueJson, signature: flipped(signature, bit) })),
      ).toEqual({ kind: 'wrong-signature', file: 'issue.sig' })
  })

  it('refuses any flipped bit of issue.json', async () => {
    const keys = await signing()
    await fc.assert(
      fc.asyncProperty(fc.nat(issueJson.byteLength * 8 - 1), async (bit) => {
        const changed = flipped(issueJson, bit)
        expect(await faultOf(() => verifySignature(keys, { issue, issueJson: changed, signature }))).toMatchObject({
          kind: 'wrong-signature',
        })
      }),
      { numRuns: 300 },
    )
  })

  it.each([0, 1, 63, 65, 128])('refuses a signature of %i bytes', async (length) =>
    expect(await isSignedBy(key.public, new Uint8Array(length).fill(1), issueJson)).toBe(false),
  )

  it('is refused if another key signed it, or none', async () => {
    const keys = await signing()
    const forged = await stranger.sign(issueJson)
    expect(await faultOf(() => verifySignature(keys, { issue, issueJson, signature: forged }))).toMatchObject({
      kind: 'wrong-signature',
    })
    expect(await faultOf(() => verifySignature(keys, { issue, issueJson }))).toEqual({
      kind: 'not-signed',
      file: 'issue.sig',
    })
  })

  it('is refused if its key is not a point on the curve', async () =>
    expect(await isSignedBy(`04${'11'.repeat(64)}`, signature, issueJson)).toBe(false))

  it('needs no signature if the paper does not sign', async () =>
    expect(await verifySignature({}, { issue, issueJson })).toBe(issue))
})

describe('[B17] the date from which a paper signs', () => {
  it.each([
    ['the day before', '2026-01-04', false],
    ['the day itself', '2026-01-05', true],
    ['an edition of the day', '2026-01-05-late', true],
    ['the year after', '2027-01-01', true],
  ])('%s', async (_, id, must) =>
    expect(mustBeSigned({ ...(await signing()), signedSince: '2026-01-05' }, id)).toBe(must),
  )
  it('leaves an older archive readable', async () =>
    expect(await verifySignature({ ...(await signing()), signedSince: '2026-01-06' }, { issue, issueJson })).toBe(
      issue,
    ))
  it('can’t be evaded by an issue with another date than its id’s', async () =>
    expect(await faultOf(() => decodeIssue(encode(edited(issue, 'date', '2020-01-01'))))).toMatchObject({
      kind: 'wrong-shape',
      path: 'date',
    }))
})

describe('[B17] a new key', () => {
  const bringing = (keys: readonly SigningKey[]) => {
    const bytes = encode({ ...issue, paper: { ...issue.paper, keys } })
    return { issueJson: bytes, issue: decodeIssue(bytes) }
  }

  it('is trusted by an app that knows only the old one, through a chain of any length', async () => {
    const chain = [key, await makeKey(), await makeKey()]
    const listed = await Promise.all(chain.map((one, index) => one.listed(chain[index - 1])))
    const brought = bringing(listed)
    const last = chain.at(-1) ?? key
    const newest = await last.sign(brought.issueJson)
    expect(await verifySignature({ keys: listed.slice(0, 1) }, { ...brought, signature: newest })).toEqual(
      brought.issue,
    )
  })

  it.each([
    ['nobody vouched for', async () => [await key.listed(), await stranger.listed()]],
    ['vouched for itself', async () => [await key.listed(), await stranger.listed(stranger)]],
    ['stands before the key it was vouched for by', async () => [await stranger.listed(key), await key.listed()]],
    [
      'took another key’s endorsement',
      async () => [await key.listed(), { ...(await (await makeKey()).listed(key)), public: stranger.public }],
    ],
  ])('is not trusted when it %s', async (_, chain) => {
    const keys = await chain()
    expect([...(await trustedKeys([await key.listed()], keys))]).toEqual([key.public])
    const brought = bringing(keys)
    const forged = await stranger.sign(brought.issueJson)
    expect(
      await faultOf(async () => verifySignature(await signing(), { ...brought, signature: forged })),
    ).toMatchObject({ kind: 'wrong-signature' })
  })
})
