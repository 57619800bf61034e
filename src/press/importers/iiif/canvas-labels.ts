import { parseNumeral } from '@/text/numerals'
import { pagesNamedBy } from '@/text/page-label'

/** What is printed on a page of its number and its section. */
export interface LabelAndName {
  readonly label: string | undefined
  readonly name: string | undefined
}

const words =
  'p|pp|pg|page|s|seite|blatt|bl|blz|bladzijde|pagina|página|pag|pág|f|fol|folio|vue|image|img|scan|canvas|sheet|n[°ºo]|nr|no|side|sida|sivu|strona|стр|페이지|第'
/** `p. 1`, `Seite 3.`, `[A04]`, `Page 2 of 8`, `12`. */
const numbered = new RegExp(
  String.raw`^(?:(?:${words})\.?[\s_:-]*)?[[(]?(\p{Lu}{0,2}-?\d{1,4}(?:[-–]\d{1,4})?)[\])]?(?:\s*(?:of|von|de|sur|van|\/)\s*\d{1,4})?\s*[.:]?(?:\s+(\D.{0,59}))?$`,
  'iu',
)
/** 第二版 要闻, 第A04版, 第二、三版, 01版：要闻, 頭版 */
const chinese =
  /^(第?\s*(?:\p{Lu}{0,2}[\d０-９]{1,4}|[〇零一二三四五六七八九十廿卅、,，\-至]{1,9}|[头頭])\s*[版面页頁])(?:\s*[:：]?\s*(.{1,60}))?$/u

/** `第二、三版` as a label is 2-3, `第A04版` is A04. */
const labelInChinese = (printed: string): string => {
  const [, asWritten] = /^第?\s*([A-Z]{0,2}\d{1,4})\s*[版面页頁]$/u.exec(printed) ?? []
  if (asWritten !== undefined) return asWritten
  const [first = '', ...others] = pagesNamedBy(printed)
  const last = others.at(-1)
  return last === undefined ? first : `${first}-${last}`
}

/** A name of a page says something, and is no name of a file. */
const isName = (text: string): boolean =>
  /\p{L}{2}/u.test(text) && text.length <= 60 && !/\.\w{2,4}$|[/\\_]/u.test(text)

/** What the label of a canvas says. A label that is no number is the page's name. */
export const readCanvasLabel = (text: string | undefined): LabelAndName => {
  const plain = text?.normalize('NFC').trim() ?? ''
  const [, printed, ownName] = chinese.exec(plain) ?? []
  if (printed !== undefined) return { label: labelInChinese(printed), name: ownName }
  const [, number, name] = numbered.exec(plain) ?? []
  if (number !== undefined) return { label: number.toUpperCase().replace('–', '-'), name: name?.trim() }
  const numeral = /^[〇零一二三四五六七八九十廿卅]{1,4}$/u.test(plain) ? parseNumeral(plain) : undefined
  if (numeral !== undefined) return { label: String(numeral), name: undefined }
  return { label: undefined, name: isName(plain) ? plain : undefined }
}

/** Labels of the pages, as printed where most have one and no two are alike; otherwise they are numbered. */
export const labelsOfPages = (read: readonly LabelAndName[]): string[] => {
  const labels = read.map(({ label }, index) => label ?? String(index + 1))
  const named = labels.flatMap(pagesNamedBy)
  const known = read.filter(({ label }) => label !== undefined)
  const isGood = known.length * 2 > read.length && new Set(named).size === named.length
  return isGood ? labels : read.map((_, index) => String(index + 1))
}
