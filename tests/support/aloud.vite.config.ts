import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vite'
import reader from '../../vite.config'

const main = fileURLToPath(new URL('aloud-main.ts', import.meta.url))

/** The reader's own build, but for its first module. */
export default defineConfig((env) =>
  mergeConfig(reader(env), {
    plugins: [
      {
        name: 'scripted-speech',
        enforce: 'pre',
        resolveId: (source: string) => (source === '/src/reader/main.ts' ? main : undefined),
      },
    ],
  }),
)
