import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { Builder, Capabilities } from 'selenium-webdriver'

/** A browser of another engine with one page open in it. */
export interface OtherBrowser {
  readonly open: (address: string) => Promise<void>
  /** Runs a function in the page with one argument; what it gives must be plain data. */
  readonly run: <Result>(script: (argument: number) => Result, argument: number) => Promise<Result>
  /** Presses the first element that a selector finds; false where there is none. */
  readonly press: (selector: string) => Promise<boolean>
  /** Waits until a function, run in the page with one argument, says true. */
  readonly until: (isThere: (argument: string) => boolean, argument?: string) => Promise<void>
  readonly close: () => Promise<void>
}

const findProgram = (...names: readonly string[]): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))

/** Runs inside the page. */
const pressThere = (selector: string): boolean => {
  const target = document.querySelector<HTMLElement>(selector)
  target?.click()
  return target !== null
}

export const firefoxProgram = findProgram('firefox-esr', 'firefox')
const displayProgram = findProgram('Xvfb')
const driverProgram = findProgram('WebKitWebDriver')
/** WebKitGTK's driver opens a window: without a display it needs one of its own. */
export const webKitProgram = displayProgram && driverProgram

/** Firefox over WebDriver BiDi, with preferences of its own, such as a least size of type. */
export const launchFirefox = async (preferences: Readonly<Record<string, number>> = {}): Promise<OtherBrowser> => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxProgram ?? '',
    headless: true,
    extraPrefsFirefox: { ...preferences },
  })
  const page = await browser.newPage()
  await page.setViewport({ width: 1440, height: 900 })
  return {
    open: async (address) => void (await page.goto(address)),
    run: (script, argument) => page.evaluate(script, argument),
    press: (selector) => page.evaluate(pressThere, selector),
    until: async (isThere, argument = '') => void (await page.waitForFunction(isThere, { timeout: 60_000 }, argument)),
    close: () => browser.close(),
  }
}

/** WebKitGTK's own small browser, on a display that nobody sees. */
export const launchWebKit = async (): Promise<OtherBrowser> => {
  const display = spawn(displayProgram ?? '', ['-displayfd', '1', '-screen', '0', '1440x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const number = await new Promise<string>((resolve) => {
    display.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  const port = 20_000 + (process.pid % 20_000)
  const driver = spawn(driverProgram ?? '', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_FORCE_SANDBOX: '0' },
  })
  const capabilities = new Capabilities({ browserName: 'MiniBrowser' })
  const session = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build()
  await session.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 })
  return {
    open: (address) => session.get(address),
    run: (script, argument) => session.executeScript(`return (${script.toString()})(arguments[0])`, argument),
    press: (selector) => session.executeScript(`return (${pressThere.toString()})(arguments[0])`, selector),
    until: async (isThere, argument = '') =>
      void (await session.wait(
        () => session.executeScript<boolean>(`return (${isThere.toString()})(arguments[0])`, argument),
        60_000,
        `${isThere.name} ${argument}`,
      )),
    close: async () => {
      await session.quit()
      driver.kill()
      display.kill()
    },
  }
}
