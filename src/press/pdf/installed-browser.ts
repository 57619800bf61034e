import { existsSync, readdirSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const onPath = ({ PATH = '' }: Environment): string[] =>
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    PATH.split(delimiter).map((folder) => join(folder, name)),
  )

const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

/** Chromiums installed by Playwright, newest first. */
const inPlaywrightCache = ({ PLAYWRIGHT_BROWSERS_PATH }: Environment): string[] => {
  const folder = platform() === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright'
  const cache = PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), folder)
  if (!existsSync(cache)) return []
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium']
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse()
    .flatMap((name) => inside.map((path) => join(cache, name, path)))
}

/** Path of a Chromium or Chrome: `$CHROMIUM`, an installed one, or Playwright's; undefined if there is none. */
export const findInstalledBrowser = (environment: Environment): string | undefined => {
  const candidates = [
    environment['CHROMIUM'],
    ...(platform() === 'darwin' ? onMac : onPath(environment)),
    ...inPlaywrightCache(environment),
  ]
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path))
}
