import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vite'
import { reader } from '../../vite/reader'

/** The reader's own build, but for its first module. */
export default mergeConfig(reader, {
  build: {
    outDir: 'dist/test-aloud-app',
    rolldownOptions: { input: fileURLToPath(new URL('aloud-main.ts', import.meta.url)) },
  },
})
