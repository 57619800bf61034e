import { buildPress } from './build-site'

/** Before the tests in Node: the command line, as `npm run press` builds it. */
export default (): void => {
  buildPress()
}
