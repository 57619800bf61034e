import type { Plugin } from 'vite'

/**
 * The styles of the first paint stand in every page of a site. The bundler does not know that, and would have them fetched once more
 * with the first lazy view, after which the browser styles and lays out everything anew. In its list of what a view needs, this
 * puts the script in their place, which is there.
 */
export const firstStylesOnce = (): Plugin => ({
  name: 'first-styles-once',
  generateBundle: {
    // The lists are written by the bundler's own plugin, in the same step.
    order: 'post',
    handler: (_options, bundle) => {
      const first = Object.values(bundle).find((one) => one.type === 'chunk' && one.name === 'first')
      const script = `"./${first?.fileName.split('/').at(-1) ?? ''}"`
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/"\.\/first-[\w-]+\.css"/g, script)
    },
  },
})
