import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const installed = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
}

/** Chromiums that Playwright installed, the newest first. */
const inPlaywrightCache = () => {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    join(homedir(), platform() === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright')
  if (!existsSync(cache)) return []
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse()
    .flatMap((name) => [
      join(cache, name, 'chrome-linux/chrome'),
      join(cache, name, 'chrome-linux64/chrome'),
      join(cache, name, 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'),
    ])
}

const packagedFolder = fileURLToPath(new URL('../../node_modules/.chromium/', import.meta.url))
const packagedVersion = '147.0.0'

/**
 * The Chromium that npm can bring where nobody may install system packages (Linux x64). It is fetched once, beside the
 * project's own packages, and has no Chinese font: the project's font package is unpacked where it looks for fonts.
 */
const packaged = async (say) => {
  const entry = join(packagedFolder, 'node_modules/@sparticuz/chromium/build/esm/index.js')
  if (!existsSync(entry)) {
    say('no Chromium found: fetching one as an npm package (66 MB, once)')
    mkdirSync(packagedFolder, { recursive: true })
    writeFileSync(join(packagedFolder, 'package.json'), '{ "private": true }\n')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', `@sparticuz/chromium@${packagedVersion}`], {
      cwd: packagedFolder,
      stdio: 'inherit',
    })
  }
  // Read while the package loads: it then brings the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  const { default: chromium } = await import(entry)
  return chromium.executablePath()
}

/** Path of a Chromium that can run here, installed or fetched; `say` tells the person what takes long. */
export const findChromium = async (say = () => {}) => {
  const candidates = [process.env.CHROMIUM, ...(installed[platform()] ?? []), ...inPlaywrightCache()]
  return candidates.find((path) => path && existsSync(path)) ?? packaged(say)
}
