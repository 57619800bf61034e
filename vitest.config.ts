import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { resolve } from './vite/project.ts'
import { scriptTables } from './vite/script-tables.ts'

/** Vitest's default would leave one of two cores idle. */
const maxWorkers = 2
/** Slow and rare: `npm run test:long` alone runs them. */
const long = 'tests/**/*.long.test.ts'
const sources = { resolve, plugins: [vue(), scriptTables()] }

/** One project for each host: what runs in Node, what needs a document, what needs a real browser; and what takes long. */
export default defineConfig({
  test: {
    projects: [
      {
        ...sources,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['tests/support/property-seed.ts'],
          include: ['tests/{text,bundle,archive,press,render,sw}/**/*.test.ts', 'tests/*.test.ts'],
          exclude: [long],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          maxWorkers,
        },
      },
      {
        ...sources,
        test: {
          name: 'document',
          environment: 'happy-dom',
          setupFiles: ['tests/support/property-seed.ts'],
          include: ['tests/{reader,desk,library,journeys}/**/*.test.ts'],
          exclude: [long],
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
          exclude: [long],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          // What is waited for may take its time on a slow machine; the test's own limit holds.
          expect: { poll: { timeout: 15_000 } },
          maxWorkers,
          // After the others, which keep both cores busy.
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...sources,
        test: {
          name: 'long',
          env: { BANMIAN_LONG: '1' },
          environment: 'node',
          globalSetup: ['tests/support/browser-setup.ts'],
          setupFiles: ['tests/support/property-seed.ts'],
          include: [long],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          // What is waited for may take its time on a slow machine; the test's own limit holds.
          expect: { poll: { timeout: 15_000 } },
          maxWorkers,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
