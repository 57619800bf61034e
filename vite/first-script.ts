import { build, type Plugin } from 'vite'
import { browserTargets, pathOf, resolve } from './project.ts'

/** The module that stands in every page: applies the reader's settings, then starts the app. */
export const firstScriptModule = 'src/reader/first-script.ts'

/**
 * A small classic script, which the press puts into the head of every page: a file of its own would hold up the first paint by a
 * round trip.
 */
export const firstScript = (): Plugin => ({
  name: 'first-script',
  apply: 'build',
  async generateBundle() {
    const result = await build({
      configFile: false,
      logLevel: 'warn',
      resolve,
      build: {
        write: false,
        target: browserTargets,
        rolldownOptions: { input: pathOf(firstScriptModule), output: { format: 'iife' } },
      },
    })
    const [built] = Array.isArray(result) ? result : [result]
    const source = built && 'output' in built ? (built.output[0]?.code ?? '') : ''
    this.emitFile({ type: 'asset', fileName: 'first-script.js', source })
  },
})
