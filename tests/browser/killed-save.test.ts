import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeIssue } from '@/bundle/codec'
import { shownHeadline } from '../support/browser'
import { testSite } from '../support/build-site'
import { runCountedSite, type CountedSite } from '../support/counted-site'
import { howMany } from '../support/how-many'
import { startKillable } from '../support/killable-browser'
import { countsIn } from '../support/rows-in-browser'
import { tempFolder } from '../support/temp-folder'

const kills = howMany(3, 10)
const issue = '2026-11-24'
let site: CountedSite

beforeAll(async () => {
  site = await runCountedSite(testSite)
})
afterAll(() => site.stop())

/** A small generator, so that a run can be made again from its printed seed. */
const drawnBy = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('a browser that is killed in the middle of a save', () => {
  it(`goes on when it is started again, ${kills} times over, and finishes`, { timeout: 240_000 }, async () => {
    const seed = Number(process.env['BANMIAN_SEED'] ?? Date.now() % 100_000)
    const draw = drawnBy(seed)
    const profile = tempFolder()
    const { parts } = decodeIssue(readFileSync(join(testSite, 'data', issue, 'issue.json')))
    const killedAt: number[] = []
    let started = await startKillable(profile)
    /** Kills the browser at a request for a part that is drawn; what was on its way is lost. */
    const killSoon = () => {
      const first = site.parts.length
      // Even ten times at most five: the save never comes to its end before the last of them.
      const point = 1 + draw(5)
      killedAt.push(point)
      return new Promise<void>((resolve, reject) => {
        site.onPart = (count) => {
          if (count - first !== point) return
          site.onPart = () => undefined
          started.kill().then(resolve, reject)
        }
      })
    }
    const page = await started.context.newPage()
    await page.goto(`${site.address}${issue}/1`)
    await page.locator(shownHeadline).first().waitFor()
    const save = page.getByRole('button', { name: '存到本机' })
    await save.waitFor()
    // The page's own parts first, its neighbour's too, which come late on a busy machine: what is counted from here on is the save's.
    await page.locator('.opening.waiting .typeset .headline').first().waitFor({ state: 'attached' })
    let before = -1
    await expect
      .poll(
        () => {
          const isStill = site.parts.length === before
          before = site.parts.length
          return isStill
        },
        { interval: 1000, timeout: 30_000 },
      )
      .toBe(true)
    const killed = killSoon()
    // The click's answer may be lost with the browser.
    await save.click().catch(() => undefined)
    await killed
    for (let round = 1; round < kills; round++) {
      started = await startKillable(profile)
      const again = killSoon()
      const next = await started.context.newPage()
      await next.goto(`${site.address}library`).catch(() => undefined)
      await again
    }
    process.stdout.write(`killed at requests ${killedAt.join(', ')} of each start; seed ${seed} (BANMIAN_SEED)\n`)
    started = await startKillable(profile)
    const last = await started.context.newPage()
    await last.goto(`${site.address}library`)
    await last.getByRole('button', { name: /^删除/ }).waitFor()
    expect(await countsIn(last)).toEqual({ issues: 1, parts: parts.length, saves: 0 })
    await started.kill()
  })
})
