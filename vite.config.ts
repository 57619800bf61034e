import { defineConfig } from 'vite'
import { desk } from './vite/desk.ts'
import { dev } from './vite/dev.ts'
import { press } from './vite/press.ts'
import { reader } from './vite/reader.ts'
import { render } from './vite/render.ts'
import { worker } from './vite/worker.ts'

/** One configuration for each mode. */
export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'dev':
      return dev()
    case 'desk':
      return desk
    case 'press':
      return press
    case 'render':
      return render
    case 'sw':
      return worker
    default:
      return reader
  }
})
