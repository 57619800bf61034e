import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/** Loads sources of the project as they are, with what they load while they run, until it is closed. */
export const openModules = () =>
  createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { '@': fileURLToPath(new URL('../../src', import.meta.url)) } },
  })
