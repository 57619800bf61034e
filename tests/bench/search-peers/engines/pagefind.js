import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { nameOf, openSources } from '../archive-given.js'

/** So many files of texts at most: one an article, so that a hit fetches no text but its own. */
const mostFragments = 1_000_000

/** What the tool writes for its own surfaces, which nobody here loads. */
export const isSurface = (file) => /^pagefind-(component-ui|modular-ui|ui|highlight)\./.test(file)

export const writeIndex = async ({ archive, folder, onPeak }) => {
  const { createIndex, close } = await import('pagefind')
  const sources = await openSources()
  const { index, errors } = await createIndex({ maxFragments: mostFragments })
  if (!index) throw new Error(errors.join(', '))
  for await (const { articles } of archive())
    for (const record of articles) {
      const added = await index.addCustomRecord({
        url: `/${nameOf(record)}`,
        content: sources.fold(`${record.titles.headline}\n${record.text}`),
        language: 'zh',
        meta: { title: record.titles.headline },
        sort: { date: record.date },
      })
      if (added.errors.length > 0) throw new Error(added.errors.join(', '))
    }
  const written = await index.writeFiles({ outputPath: folder })
  if (written.errors.length > 0) throw new Error(written.errors.join(', '))
  onPeak()
  await close()
  await sources.close()
}

export const writeCode = (folder) =>
  copyFileSync(fileURLToPath(new URL('../pages/pagefind.js', import.meta.url)), join(folder, 'pagefind.js'))

/** Which article a result's file of text is of: to judge all results without fetching every text. */
export const articlesOfResults = (folder) => {
  const fragments = join(folder, 'fragment')
  return new Map(
    readdirSync(fragments).map((file) => {
      const text = gunzipSync(readFileSync(join(fragments, file))).toString()
      const { url } = JSON.parse(text.slice(text.indexOf('{')))
      return [file.replace('.pf_fragment', ''), url.slice(1)]
    }),
  )
}
