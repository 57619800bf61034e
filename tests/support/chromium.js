import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir, platform, tmpdir } from 'node:os'
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

/** Unpacks the project's Chinese font package to where the packaged Chromium looks for fonts. */
const addChineseFont = async (folder, say) => {
  if (existsSync(folder)) return
  say('unpacking a Chinese font for it (once)')
  const { default: wawoff2 } = await import('wawoff2')
  const source = fileURLToPath(new URL('../../node_modules/@fontsource-variable/noto-serif-sc/files/', import.meta.url))
  const aside = `${folder}.new`
  mkdirSync(aside, { recursive: true })
  for (const name of readdirSync(source).filter((file) => file.endsWith('.woff2')))
    writeFileSync(
      join(aside, name.replace('.woff2', '.ttf')),
      await wawoff2.decompress(readFileSync(join(source, name))),
    )
  renameSync(aside, folder)
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
  const path = await chromium.executablePath()
  await addChineseFont(join(tmpdir(), 'fonts', 'noto-serif-sc'), say)
  return path
}

/** Path of a Chromium that can run here, installed or fetched; `say` tells the person what takes long. */
export const findChromium = async (say = () => {}) => {
  const candidates = [process.env.CHROMIUM, ...(installed[platform()] ?? []), ...inPlaywrightCache()]
  return candidates.find((path) => path && existsSync(path)) ?? packaged(say)
}
