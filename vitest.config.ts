import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { scriptTables } from './vite.script-tables.ts'

const resolve = { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } }

/** More than the default, which leaves one of two cores idle. */
const maxWorkers = 2

/** One project a host: what runs in Node, what wants a document, what wants a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        plugins: [vue(), scriptTables()],
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['tests/support/press-setup.ts'],
          setupFiles: ['tests/support/property-seed.ts'],
          include: ['tests/{text,bundle,press,render}/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        resolve,
        plugins: [vue(), scriptTables()],
        test: {
          name: 'document',
          environment: 'happy-dom',
          setupFiles: ['tests/support/property-seed.ts'],
          include: ['tests/{reader,library,journeys}/**/*.test.ts'],
          testTimeout: 20_000,
          maxWorkers,
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          environment: 'node',
          globalSetup: ['tests/support/browser-setup.ts'],
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // After the others: a browser wants the machine to itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
