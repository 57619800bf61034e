import { dirname } from 'node:path'
import tesseract, { type Line, type Symbol as Character, type Worker } from 'tesseract.js'
import type { GreyPicture } from './grey-picture'
import type { RecognisedCharacter, RecognisedLine, TextRecogniser } from './recogniser'

/** Two read a page nearly twice as fast as one; each takes some 200 MB. */
const lanes = 2

/** A language, and the file with what is known of it. */
export interface KnownLanguage {
  readonly code: string
  readonly file: string
}

/** A picture as a file: the simplest that the recogniser reads. */
const fileOf = ({ data, width, height }: GreyPicture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data])

/** The recogniser is nearly always sure of single characters; what it says of their word tells more. */
const characterOf = ({ text, bbox: { x0, y0, x1, y1 } }: Character, confidence: number): RecognisedCharacter => ({
  text,
  confidence: Math.min(1, Math.max(0, confidence / 100)),
  left: x0,
  top: y0,
  right: x1,
  bottom: y1,
})

const lineOf = ({ words, bbox: { x0, y0, x1, y1 } }: Line): RecognisedLine => ({
  left: x0,
  top: y0,
  right: x1,
  bottom: y1,
  words: words.map(({ symbols, confidence }) =>
    symbols.filter(({ text }) => text.trim() !== '').map((own) => characterOf(own, confidence)),
  ),
})

/** Rejects when the signal stops it, or the recogniser fails without an answer to what was asked. */
class Ending {
  readonly #failed: Promise<never>
  readonly fail: (reason: unknown) => void

  constructor(signal: AbortSignal) {
    let reject: (reason: unknown) => void = () => undefined
    this.#failed = new Promise((_, refuse) => {
      reject = refuse
    })
    this.#failed.catch(() => undefined)
    this.fail = (reason) => reject(reason instanceof Error ? reason : new Error(`recognition: ${String(reason)}`))
    if (signal.aborted) this.fail(signal.reason)
    signal.addEventListener('abort', () => this.fail(signal.reason), { once: true })
  }

  before<Value>(task: Promise<Value>): Promise<Value> {
    return Promise.race([task, this.#failed])
  }
}

/** Starts tesseract.js for a language. It reads nothing but the file that it is given, and keeps no copy of it. */
export const startTesseract = async ({ code, file }: KnownLanguage, signal: AbortSignal): Promise<TextRecogniser> => {
  const { createWorker, OEM, PSM } = tesseract
  const ending = new Ending(signal)
  const started: Promise<Worker>[] = []
  const close = async (): Promise<void> => {
    ending.fail('it was ended')
    for (const worker of await Promise.allSettled(started))
      if (worker.status === 'fulfilled') await worker.value.terminate()
  }
  const start = (): Promise<Worker> =>
    createWorker(
      code,
      OEM.LSTM_ONLY,
      { langPath: dirname(file), gzip: true, cacheMethod: 'none', errorHandler: ending.fail },
      // The numbers of a language name others to load with it, which are not there; and nothing is printed on the terminal.
      'tessedit_load_sublangs \ndebug_file /dev/null\n',
    )
  try {
    for (let lane = 0; lane < lanes; lane++) started.push(start())
    const free = await ending.before(Promise.all(started))
    return {
      lanes,
      linesOf: async ({ picture, isOneLine }) => {
        const worker = free.pop()
        if (!worker) throw new Error('recognition: more is asked at once than there are lanes')
        try {
          const mode = isOneLine ? PSM.SINGLE_LINE : PSM.SINGLE_BLOCK
          await ending.before(
            worker.setParameters({ tessedit_pageseg_mode: mode, user_defined_dpi: '300', tessedit_do_invert: '0' }),
          )
          const { data } = await ending.before(worker.recognize(fileOf(picture), {}, { text: false, blocks: true }))
          return (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.map(lineOf)))
        } finally {
          free.push(worker)
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
