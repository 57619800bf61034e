import simplifiedCharacters from 'opencc-js/dict/TSCharacters'
import simplifiedWords from 'opencc-js/dict/TSPhrases'
import traditionalCharacters from 'opencc-js/dict/STCharacters'
import traditionalWords from 'opencc-js/dict/STPhrases'
import type { Plugin } from 'vite'
import { thinScriptTable } from '../src/text/script-table.ts'

const prefix = 'virtual:script-table/'
const tables: Readonly<Record<string, () => string>> = {
  simplified: () => thinScriptTable(simplifiedCharacters, simplifiedWords),
  traditional: () => thinScriptTable(traditionalCharacters, traditionalWords),
}

/** OpenCC's tables, cut down when the reader is built to what a conversion of equal length needs. */
export const scriptTables = (): Plugin => ({
  name: 'script-tables',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  load: (id) => {
    const table = id.startsWith(`\0${prefix}`) ? tables[id.slice(prefix.length + 1)] : undefined
    return table && `export default ${JSON.stringify(table())}`
  },
})
