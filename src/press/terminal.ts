import type { Finding } from './finding'
import type { ProgressStep } from './findings/chinese/lines'
import type { Progress } from './progress'

/** How findings and progress look on a terminal. */

const marks = { fatal: '✗', warning: '!', note: '·' } as const

export const describeFinding = ({ severity, code, place, why, fix }: Finding): string =>
  `${marks[severity]} ${place.file}${place.line === undefined ? '' : `:${place.line}`}  ${why} [${code}]\n    ${fix}`

const barWidth = 24

/** A progress bar on a terminal; elsewhere one line when a step is done. */
export const progressTo = (stream: NodeJS.WriteStream, nameOf: (step: ProgressStep) => string): Progress => {
  const isTerminal = stream.isTTY === true
  return ({ step: name, done, total, label = '' }) => {
    const step = nameOf(name)
    const isDone = done >= total
    if (!isTerminal) return void (isDone && stream.write(`${step}: ${total}\n`))
    const filled = total === 0 ? barWidth : Math.round((barWidth * done) / total)
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
    stream.write(`\r\u001b[2K${step} ${bar} ${done}/${total} ${isDone ? '\n' : label.slice(-30)}`)
  }
}
