import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { dateOf, segmentSpans } from '../../support/generated-archive.js'
import { openSources, root } from '../archive-given.js'

/** Writes the index as the press does: a segment for past years, one for this year, one for this month. */
export const writeIndex = async ({ archive, size, folder }) => {
  const { load, folding, close } = await openSources()
  const { encodeSearchCatalog, searchVersion } = await load('archive/search-catalog.ts')
  const { writeSegmentFiles } = await load('press/site/search/write-segment-files.ts')
  const segments = []
  for (const isOwn of segmentSpans) {
    const count = Array.from({ length: size.issues }, (_, issue) => dateOf(issue)).filter(isOwn).length
    if (count === 0) continue
    const source = { identity: `${size.issues} ${count}`, count, issues: archive(isOwn) }
    segments.push(await writeSegmentFiles(source, folding, folder, join(folder, 'work')))
  }
  const catalog = encodeSearchCatalog({ version: searchVersion, folding: folding.fingerprint(), segments })
  writeFileSync(join(folder, 'index.json'), catalog)
  rmSync(join(folder, 'work'), { recursive: true, force: true })
  await close()
}

/** The search as a browser loads it; it is no part of the index. */
export const writeCode = (folder) =>
  build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    resolve: { alias: { '@': join(root, 'src') } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL('../pages/ours.js', import.meta.url)),
        formats: ['es'],
        fileName: () => 'ours.js',
      },
    },
  })
