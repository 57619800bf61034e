import type { Place } from '../../../finding'
import type { Report } from '../../../report'
import type { RecognitionWish } from '../../printed/printed-source'
import type { PageMarks } from '../reading/page-marks'
import { greyOf } from './grey-picture'
import { findLanguage, isEasternLanguage, isLanguageCode, packageOf } from './language-data'
import { languagesInTurn } from './languages-in-turn'
import { recognisePage } from './recognise-page'
import type { TextRecogniser } from './recogniser'
import type { KnownLanguage } from './tesseract'

/** A page that has no text, only a picture. */
export interface ScannedPage {
  /** As a PDF of one page. */
  readonly pdf: Buffer
  readonly marks: PageMarks
  readonly place: Place & { readonly page: number }
}

/** A scan as it was read. */
export interface ReadScan {
  readonly marks: PageMarks
  /** Characters that were recognised. */
  readonly characters: number
}

/** The files of the languages; undefined if one is not installed, or none, which is reported. */
const languagesOf = (wish: RecognitionWish, file: string, report: Report): KnownLanguage[] | undefined => {
  const codes = [...new Set(wish.languages.split('+').map((code) => code.trim()))]
  const known = codes.flatMap((code): KnownLanguage[] => {
    const found = isLanguageCode(code) ? findLanguage(code) : undefined
    if (found !== undefined) return [{ code, file: found }]
    if (isLanguageCode(code)) report.add('ocr-language-missing', { file }, { code, package: packageOf(code) })
    else report.add('ocr-no-language', { file }, { code })
    return []
  })
  return known.length === codes.length ? known : undefined
}

const percent = (share: number): string => (100 * share).toFixed(0)

/** Recognises the text of pages, one after the other. The recogniser is started with the first and must be ended. */
export class ScanReader {
  readonly #wish: RecognitionWish
  readonly #languages: readonly KnownLanguage[]
  readonly #report: Report
  readonly #total: number
  #done = 0
  #recogniser: TextRecogniser | undefined

  private constructor(wish: RecognitionWish, languages: readonly KnownLanguage[], report: Report, total: number) {
    this.#wish = wish
    this.#languages = languages
    this.#report = report
    this.#total = total
  }

  /**
   * Undefined if a language is missing, which is reported.
   * @param total pages that it will be given
   */
  static open(wish: RecognitionWish, file: string, report: Report, total: number): ScanReader | undefined {
    const languages = languagesOf(wish, file, report)
    return languages && new ScanReader(wish, languages, report, total)
  }

  /** @throws the reason of the signal if it is interrupted */
  async read({ pdf, marks, place }: ScannedPage): Promise<ReadScan> {
    const { draw, progress, signal } = this.#wish
    const page = String(place.page)
    const tell = (label: string): void => progress({ step: 'recognition', done: this.#done, total: this.#total, label })
    signal.throwIfAborted()
    tell(`${page}: 0 %`)
    const sheet = await draw(pdf)
    const picture = sheet && greyOf(sheet.data, sheet.width, sheet.height)
    this.#recogniser ??= await this.#start(signal)
    const read =
      picture &&
      (await recognisePage({ picture, marks }, this.#recogniser, (share) => tell(`${page}: ${percent(share)} %`)))
    this.#done++
    tell(`${page}: 100 %`)
    if (!read || read.characters === 0) {
      this.#report.add('pdf-nothing-recognised', place, { page })
      return { marks, characters: 0 }
    }
    this.#report.add('pdf-recognised', place, {
      page,
      count: String(read.characters),
      share: percent(read.confidence),
      words: String(read.doubtfulWords),
    })
    return { marks: read.marks, characters: read.characters }
  }

  /** What speaks to the recogniser is loaded where a page needs it. */
  async #start(signal: AbortSignal): Promise<TextRecogniser> {
    const { startTesseract } = await import('./tesseract')
    const isEastern = isEasternLanguage(this.#languages[0]?.code ?? '')
    return languagesInTurn(
      this.#languages.map((language) => () => startTesseract(language, signal)),
      isEastern,
    )
  }

  async close(): Promise<void> {
    await this.#recogniser?.close()
  }
}
