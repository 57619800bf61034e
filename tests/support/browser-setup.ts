import { rmSync } from 'node:fs'
import { buildPress, buildSite, specimenFolder, testSite } from './build-site'

/** Before the browser tests: the site that they open. */
export default (): void => {
  rmSync(testSite, { recursive: true, force: true })
  buildPress()
  buildSite({ manuscript: specimenFolder, site: testSite })
}
