import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The packages that hold what is known of a language, and the folder in them with the numbers that are quick and nearly as good as the best. */
const packages = '@tesseract.js-data'
const variant = '4.0.0_best_int'

/** `chi_sim`, `deu`, `uzb_cyrl` */
export const isLanguageCode = (code: string): boolean => /^[a-z]{3}(?:_[a-z]{2,8}){0,2}$/u.test(code)

/** Chinese, Japanese and Korean. */
export const isEasternLanguage = (code: string): boolean => /^(?:chi|jpn|kor)(?:_|$)/u.test(code)

export const packageOf = (code: string): string => `${packages}/${code}`
const fileNameOf = (code: string): string => `${code}.traineddata.gz`

/** The file with what is known of a language; undefined if its package is not installed. */
export const findLanguage = (code: string): string | undefined => {
  const { resolve } = createRequire(import.meta.url)
  try {
    const file = join(dirname(resolve(`${packageOf(code)}/package.json`)), variant, fileNameOf(code))
    return existsSync(file) ? file : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}
