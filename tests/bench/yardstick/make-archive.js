/**
 * Makes a drawn site of one issue the newest of an archive: the same issue on every day before. `press site` then draws the lists,
 * the calendar and the feeds of all.
 *
 *   node tests/bench/yardstick/make-archive.js <site> <issue> [issues, 4500]
 */
import { cloneIssue, dayAfter } from '../support/clone-issue.js'

const [site = '', issue = '', count = '4500'] = process.argv.slice(2)
cloneIssue(
  site,
  issue,
  Array.from({ length: Number(count) - 1 }, (_, index) => dayAfter(issue, -index - 1)),
)
