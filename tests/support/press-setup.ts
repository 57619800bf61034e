import { buildPress } from './build-site'

/** Before the tests in Node: builds the command line, as `npm run press` does. */
export default (): void => {
  buildPress()
}
