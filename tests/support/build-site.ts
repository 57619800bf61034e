import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const vite = join(root, 'node_modules/.bin/vite')

export interface SitePlan {
  /** The manuscript's folder, which is left as it is. */
  readonly manuscript: string
  /** Folder of the site. */
  readonly site: string
  /** Path under which it is served. */
  readonly base?: string
}

/** The built command line. */
export const pressCli = join(root, 'dist/press/cli.js')

/** Builds the command line from its source. */
export const buildPress = (): void => {
  execFileSync(vite, ['build', '--mode', 'press', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' })
}

/** Builds the reader's entry for Node, with which the press draws what it prints. */
export const buildRender = (): void => {
  execFileSync(vite, ['build', '--mode', 'render', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' })
}

/** Builds a site as a newsroom does: first the issue with the press, then the reader and its worker. */
export const buildSite = ({ manuscript, site, base = '/' }: SitePlan): void => {
  const copy = mkdtempSync(join(tmpdir(), 'manuscript-'))
  cpSync(manuscript, copy, { recursive: true })
  execFileSync('node', [pressCli, 'build', copy, '--out', site], { stdio: ['ignore', 'ignore', 'ignore'] })
  rmSync(copy, { recursive: true })
  const env = { ...process.env, BANMIAN_SITE: site, BANMIAN_BASE: base, NODE_ENV: 'production' }
  execFileSync(vite, ['build', '--logLevel', 'error'], { cwd: root, env, stdio: 'inherit' })
  execFileSync(vite, ['build', '--mode', 'sw', '--logLevel', 'error'], { cwd: root, env, stdio: 'inherit' })
}

export const specimenFolder = join(root, 'docs/specimen')
/** The specimen's site, built once for all browser tests. */
export const testSite = join(root, 'dist/test-site')
