import { inScript, parseScriptTable } from '@/text/script-table'
import { wordsInScript } from './words-in-script'
import { issueInScript, partInScript } from './issue-in-script'
import type { Script, ScriptName } from './script'

const loaders = {
  simplified: () => import('virtual:script-table/simplified'),
  traditional: () => import('virtual:script-table/traditional'),
}

/** Memoizes a function by object. */
const remembered = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key) ?? { value: make(key) }
    known.set(key, found)
    return found.value
  }
}

/** Loads the table of a script. */
export const openScript = async (name: ScriptName): Promise<Script> => {
  const { default: text } = await loaders[name]()
  const table = parseScriptTable(text)
  const rewrite = (printed: string): string => inScript(printed, table)
  const partsOf = remembered((issue: Parameters<Script['issue']>[0]) =>
    remembered((part: Parameters<Script['part']>[0]) => partInScript(part, issue, name, rewrite)),
  )
  return {
    issue: remembered((issue) => issueInScript(issue, name, rewrite)),
    part: (part, issue) => partsOf(issue)(part),
    words: (words) => (name === 'simplified' ? words : wordsInScript(words, rewrite)),
  }
}
