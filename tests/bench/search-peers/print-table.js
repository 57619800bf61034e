const kb = (bytes) => (bytes < 10_000 ? (bytes / 1000).toFixed(1) : Math.round(bytes / 1000).toLocaleString('en'))
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`

const print = (rows, says = (line) => console.log(line)) => {
  const widthOf = (text) => [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0)
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))))
  const padded = (text, column) => text + ' '.repeat(widths[column] - widthOf(text))
  rows.forEach((row, index) => {
    says(`| ${row.map(padded).join(' | ')} |`)
    if (index === 0) says(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  })
  says('')
}

/** What an index is: its bytes and files, the time and memory of its making, what opening it fetches. */
export const printIndexes = (engines) =>
  print([
    ['search', 'index', 'files', 'built in', 'memory at most', 'its code', 'opening: requests', 'kB'],
    ...engines.map(({ title, index, opening, code }) => [
      title,
      mb(index.bytes),
      String(index.files),
      `${index.seconds.toFixed(0)} s`,
      index.peak > 0 ? `${Math.round(index.peak / 1e6)} MB` : '–',
      `${kb(code)} kB`,
      String(opening.requests),
      kb(opening.bytes),
    ]),
  ])

const verdictOf = ({ missed, added, isFirstRight, isRight }) => {
  if (isRight) return 'right'
  const faults = [missed > 0 && `${missed} missed`, added > 0 && `${added} too many`, !isFirstRight && 'first hits']
  return `WRONG: ${faults.filter(Boolean).join(', ') || 'count'}`
}

/** Every query and every search: what it found, held against the scan, and what it cost. */
export const printAnswers = (answers) =>
  print([
    [
      'kind',
      'query',
      'scan',
      'search',
      'says',
      'judged',
      'to count: rounds',
      'requests',
      'kB',
      'to ten hits: rounds',
      'requests',
      'kB',
      'ms (spread)',
    ],
    ...answers.map(({ kind, query, expected, title, answer, judged }) => [
      kind,
      query,
      String(expected.length),
      title,
      `${answer.count.isExact ? '' : '≤ '}${answer.count.articles}`,
      verdictOf(judged),
      ...[answer.toCount, answer.toHits].flatMap((cost) => [
        String(cost.rounds),
        String(cost.requests),
        kb(cost.bytes),
      ]),
      `${answer.ms.median.toFixed(0)} (${answer.ms.least.toFixed(0)}–${answer.ms.most.toFixed(0)})`,
    ]),
  ])

/** How often each was right, and the middle and the worst of what it fetched. */
export const printSums = (answers) => {
  const titles = [...new Set(answers.map(({ title }) => title))]
  const spread = (values, said) => {
    const sorted = [...values].sort((a, b) => a - b)
    return `${said(sorted[Math.floor(sorted.length / 2)])}, ${said(sorted.at(-1))}`
  }
  print([
    [
      'search',
      'right',
      'kB to the count: median, most',
      'kB to ten hits',
      'requests to ten hits',
      'rounds to ten hits',
      'ms',
    ],
    ...titles.map((title) => {
      const own = answers.filter((one) => one.title === title)
      const hits = own.map(({ answer }) => answer.toHits)
      return [
        title,
        `${own.filter(({ judged }) => judged.isRight).length} of ${own.length}`,
        spread(
          own.map(({ answer }) => answer.toCount.bytes),
          kb,
        ),
        spread(
          hits.map(({ bytes }) => bytes),
          kb,
        ),
        spread(
          hits.map(({ requests }) => requests),
          String,
        ),
        spread(
          hits.map(({ rounds }) => rounds),
          String,
        ),
        spread(
          own.map(({ answer }) => answer.ms.median),
          (ms) => ms.toFixed(0),
        ),
      ]
    }),
  ])
}
