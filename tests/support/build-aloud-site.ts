import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pressCli, testSite } from './build-site'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The specimen's site with a scripted speech engine in its reader: the issue is taken over, the app built anew. */
export const buildAloudSite = (): string => {
  const [site, app] = [join(root, 'dist/test-aloud'), join(root, 'dist/test-aloud-app')]
  rmSync(site, { recursive: true, force: true })
  cpSync(testSite, site, { recursive: true, filter: (file) => !file.startsWith(join(testSite, 'assets')) })
  execFileSync(
    join(root, 'node_modules/.bin/vite'),
    ['build', '--config', join(root, 'tests/support/aloud.vite.config.ts'), '--logLevel', 'error'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'inherit' },
  )
  cpSync(join(root, 'dist/app/sw.js'), join(app, 'sw.js'))
  execFileSync('node', [pressCli, 'site', site, '--address', 'http://localhost/', '--app', app])
  return site
}
