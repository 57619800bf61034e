import type { UserConfig } from 'vite'
import { pathOf, resolve } from './project.ts'

/** The command line, for Node: our own code in one file and one for each command, packages where npm puts them. */
export const press: UserConfig = {
  resolve,
  build: {
    ssr: true,
    outDir: 'dist/press',
    emptyOutDir: true,
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: {
      input: pathOf('src/press/cli.ts'),
      output: { entryFileNames: 'cli.js', chunkFileNames: '[name]-[hash].js' },
      external: ['#render'],
    },
  },
}
