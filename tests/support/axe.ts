import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Puts axe into a page, once a load; not by a script element, which the page's policy would refuse. */
export const addAxe = async (page: Page): Promise<void> => {
  await page.evaluate(axe.source)
}

/**
 * Everything that axe finds wrong with the page as it stands, rule and element. One exemption, by name: a region on the page
 * may be smaller than a finger, because the list of articles offers the same.
 * @param exclude selectors of what is left out, to save time
 */
export const axeViolations = (page: Page, exclude: readonly string[] = []): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`
    axe.run({ exclude: ${JSON.stringify(exclude)} }, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) =>
        nodes
          .map(({ target }) => target.join(' '))
          .filter((target) => id !== 'target-size' || !document.querySelector(target)?.closest('.typeset, .regions'))
          .map((target) => id + ': ' + target),
      ),
    )`)
