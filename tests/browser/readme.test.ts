import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { pressCli } from '../support/build-site'
import { articleFile } from '../support/manuscript'
import { startS3Server } from '../support/s3-server'
import { tempFolder } from '../support/temp-folder'
import { writeManuscript } from '../support/write-manuscript'

/** The commands under a heading of a README, as they stand there. */
const commandsIn = (file: string, heading: string): string[] => {
  const text = readFileSync(file, 'utf8')
  const block = /```\n([\s\S]*?)```/.exec(text.slice(text.indexOf(heading)))?.[1] ?? ''
  return block.trim().split('\n')
}
const prefix = 'npm run press -- '

describe('a paper goes from a manuscript to an address of its own', () => {
  const commands = commandsIn('README.md', '## From a manuscript to an address of its own')

  it('by the same four commands in both languages', () => {
    expect(commands).toHaveLength(4)
    expect(commands.every((command) => command.startsWith(prefix))).toBe(true)
    expect(commandsIn('README.zh-CN.md', '## 从文稿到自己的网址')).toEqual(commands)
  })

  it('and what they publish is read where they said it would be', { timeout: 180_000 }, async () => {
    const folder = tempFolder()
    writeManuscript(join(folder, 'my-issue'), { 'page-01/1.md': articleFile('headline: 甲', '一段话。'.repeat(60)) })
    const store = await startS3Server()
    const env = { ...process.env, AWS_ENDPOINT_URL: store.endpoint, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
    const [build = '', site = '', serve = '', publish = ''] = commands.map((command) => command.slice(prefix.length))
    const run = (command: string) =>
      promisify(execFile)('node', [pressCli, ...command.split(' ')], { cwd: folder, env })

    await run(build)
    await run(site)
    const server = spawn('node', [pressCli, ...serve.split(' ')], { cwd: folder, env })
    onTestFinished(() => void server.kill())
    const address = await new Promise<string>((resolve) =>
      server.stdout.on('data', (chunk) => {
        const found = /http:\S+/.exec(String(chunk))?.[0]
        if (found) resolve(found)
      }),
    )
    const shown = await (await fetch(address)).text()
    expect(shown).toContain('class="typeset"')
    await run(publish)
    expect(store.objects.get('index.html')?.bytes.toString()).toBe(shown)
  })
})
