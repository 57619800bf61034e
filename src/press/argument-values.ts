import { InvalidArgumentError } from 'commander'

/** Values of arguments on the command line, read from their text. */

export const portNumber = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 1 to 65535')
  return port
}

export const requestCount = (text: string): number => {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 64) throw new InvalidArgumentError('give a number from 1 to 64')
  return count
}

/** What `--ocr` recognises if no language is named: Chinese, which knows digits and Latin letters, too. */
const usualLanguages = 'chi_sim'

/** The languages of `--ocr`, which may stand without any; undefined if it does not stand there. */
export const languagesOfText = (option: string | true | undefined): string | undefined =>
  option === true ? usualLanguages : option
