import { inject, type InjectionKey } from 'vue'

/** Gives a table of words in the script that is shown at the moment. Called again for every word that is read. */
export type WordsInScript = <Words extends object>(table: Words) => Words

export const wordsInScriptKey: InjectionKey<WordsInScript> = Symbol('words in script')

/**
 * The words of a table, in the script that the reader chose: the only way to the words of the interface. They follow
 * when the script changes, so read them where they are shown (a template, a computed) and don't destructure them. Where
 * no app provides a script, as in a test that mounts one component, they are the words of the table.
 */
export const useWords = <Words extends object>(table: Words): Words => {
  const inScript = inject(wordsInScriptKey, undefined)
  return inScript ? new Proxy(table, { get: (words, key) => Reflect.get(inScript(words), key) }) : table
}
