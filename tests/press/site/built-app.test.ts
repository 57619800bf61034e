import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readBuiltApp } from '@/press/site/built-app'
import { tempFolder } from '../../support/temp-folder'

const chunks = {
  'src/reader/main.ts': { file: 'assets/main-1.js', isEntry: true, imports: ['_first.js'] },
  '_first.js': { file: 'assets/first-2.js', css: ['assets/first-3.css'], assets: ['assets/setting-4.woff2'] },
}

it('takes for the app what the bundler made, and nothing that happens to lie beside it', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'assets'))
  const made = ['main-1.js', 'first-2.js', 'first-3.css', 'setting-4.woff2']
  for (const name of [...made, '.DS_Store', '_headers', '_redirects', 'Thumbs.db', 'main-1.js.map', 'copy of first.js'])
    writeFileSync(join(folder, 'assets', name), 'x')
  for (const name of ['first-script.js', 'sw.js']) writeFileSync(join(folder, name), 'x')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(chunks))
  expect((await readBuiltApp(folder))?.assets).toEqual([...made].sort())
})
