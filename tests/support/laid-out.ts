import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** How many articles of the page were laid out, frame by frame; a number that comes again is left out. */
    laidOut?: number[]
  }
}

/** Counts, in whatever the page opens next. @returns what was counted so far */
export const countLaidOut = async (page: Page): Promise<() => Promise<readonly number[]>> => {
  await page.addInitScript(() => {
    const counts: number[] = (window.laidOut = [])
    const count = (): void => {
      const firsts = [...document.querySelectorAll('.typeset .region > :first-child')]
      const shown = firsts.filter((first) => first.checkVisibility()).length
      if (firsts.length > 0 && counts.at(-1) !== shown) counts.push(shown)
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  return () => page.evaluate(() => window.laidOut ?? [])
}
