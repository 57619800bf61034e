import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

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

/** Builds the command line, if its sources changed. */
export const buildPress = (): void => {
  execFileSync('node', [join(root, 'vite/build-stale.js'), 'press'], { stdio: 'inherit' })
}

/** Builds the page on which an editor corrects a source, if its sources changed. */
export const buildDesk = (): void => {
  execFileSync('node', [join(root, 'vite/build-stale.js'), 'desk'], { stdio: 'inherit' })
}

/** Builds the reader, if its sources changed: for browsers, its worker, and for Node, with which the press draws pages. */
export const buildApp = (): void => {
  execFileSync('node', [join(root, 'vite/build-stale.js'), 'app'], { stdio: 'inherit' })
}

/** Makes a site as a newsroom does: the issue, then the reader around it. Needs the press and the app built. */
export const buildSite = ({ manuscript, site, base = '/' }: SitePlan): void => {
  const copy = mkdtempSync(join(tmpdir(), 'manuscript-'))
  cpSync(manuscript, copy, { recursive: true })
  const press = (...args: string[]): unknown =>
    execFileSync('node', [pressCli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  press('build', copy, '--out', site)
  // Tests change files of a site in place, as no press does: compressed forms would hide that.
  press('site', site, '--no-compress', '--address', `http://localhost${base}`)
  rmSync(copy, { recursive: true })
}

export const specimenFolder = join(root, 'docs/specimen')
/** The specimen's site, built once for all browser tests. */
export const testSite = join(root, 'dist/test-site')
