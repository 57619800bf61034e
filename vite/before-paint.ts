import { build, type Plugin } from 'vite'
import { browserTargets, pathOf, resolve } from './project.ts'

/** The module that puts the reader's settings on `<html>`. */
export const beforePaintModule = 'src/reader/settings/before-paint.ts'

/**
 * Settings are on `<html>` before anything is painted: a small classic script, which the press puts into the head of every
 * page, because a file of its own would hold up the first paint by a round trip.
 */
export const beforePaint = (): Plugin => ({
  name: 'before-paint',
  apply: 'build',
  async generateBundle() {
    const result = await build({
      configFile: false,
      logLevel: 'warn',
      resolve,
      build: {
        write: false,
        target: browserTargets,
        rolldownOptions: { input: pathOf(beforePaintModule), output: { format: 'iife' } },
      },
    })
    const [built] = Array.isArray(result) ? result : [result]
    const source = built && 'output' in built ? (built.output[0]?.code ?? '') : ''
    this.emitFile({ type: 'asset', fileName: 'before-paint.js', source })
  },
})
