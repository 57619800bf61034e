import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Theme } from '@/reader/styles/grounds'

/** What a reader may have chosen that changes every colour or size. */
export interface Look {
  readonly theme: Theme
  readonly elder: 'on' | 'off'
}

/** Puts axe into a page, once a load; not by a script element, which the page's policy would refuse. */
export const addAxe = async (page: Page): Promise<void> => {
  await page.evaluate(axe.source)
}

/** Gives the page a look as the settings do, once no transition is under way any more. */
const putOn = (page: Page, look: Look): Promise<unknown> =>
  page.evaluate(async ({ theme, elder }) => {
    Object.assign(document.documentElement.dataset, { theme, elder })
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  }, look)

/**
 * Everything that axe finds wrong with the page in a look, rule and element. One exemption, by name: a region on the page
 * may be smaller than a finger, because the list of articles offers the same.
 * @param exclude selectors of what is left out, to save time
 */
export const axeViolations = async (
  page: Page,
  look: Look,
  exclude: readonly string[] = [],
): Promise<readonly string[]> => {
  await putOn(page, look)
  return page.evaluate<readonly string[]>(`
    axe.run({ exclude: ${JSON.stringify(exclude)} }, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) =>
        nodes
          .map(({ target }) => target.join(' '))
          .filter((target) => id !== 'target-size' || !document.querySelector(target)?.closest('.typeset, .regions'))
          .map((target) => id + ': ' + target),
      ),
    )`)
}
