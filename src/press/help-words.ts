import { Help, type HelpConfiguration } from 'commander'
import { helpInChinese } from './findings/chinese/in-chinese'

/** What Commander adds to an option: its default, and what may be chosen. */
const extras: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^ \((.*)\)$/, '（$1）'],
  [/\bchoices: /, '可选：'],
  [/\bdefault: /, '默认：'],
]
const extraInChinese = (extra: string): string =>
  extras.reduce((text, [english, chinese]) => text.replace(english, chinese), extra)

/** Help in the language that the person reads, which is known only when it is asked for: `--lang` may stand behind `--help`. */
export const helpIn = (isChinese: () => boolean): HelpConfiguration => {
  const plain = new Help()
  const inWords = (text: string): string => (isChinese() ? helpInChinese(text) : text)
  return {
    styleTitle: inWords,
    commandUsage: (command) => plain.commandUsage(command).replace(/\[(?:options|command)\]/g, inWords),
    commandDescription: (command) => inWords(command.description()),
    subcommandDescription: (command) => inWords(command.description()),
    subcommandTerm: (command) => plain.subcommandTerm(command).replace(/\[(?:options|command)\]/g, inWords),
    argumentDescription: (argument) => inWords(argument.description),
    optionDescription: (option) => {
      const whole = plain.optionDescription(option)
      if (!isChinese()) return whole
      return inWords(option.description) + extraInChinese(whole.slice(option.description.length))
    },
  }
}
