import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testSite } from './build-site'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The specimen's site with a scripted speech engine in its reader: the issue is taken over, the app built anew. */
export const buildAloudSite = (): string => {
  const site = join(root, 'dist/test-aloud')
  rmSync(site, { recursive: true, force: true })
  cpSync(testSite, site, {
    recursive: true,
    filter: (file) => !/^(assets|sw\.js|index\.html)/.test(relative(testSite, file)),
  })
  execFileSync(
    join(root, 'node_modules/.bin/vite'),
    ['build', '--config', join(root, 'tests/support/aloud.vite.config.ts'), '--logLevel', 'error'],
    {
      cwd: root,
      env: { ...process.env, BANMIAN_SITE: site, BANMIAN_BASE: '/', NODE_ENV: 'production' },
      stdio: 'inherit',
    },
  )
  return site
}
