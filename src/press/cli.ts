#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander'
import { version } from '../../package.json'
import { portNumber, requestCount } from './argument-values'
import type { BuildOptions } from './commands/build'
import type { NewPaperOptions } from './commands/new-paper'
import { failureOf, type CommandContext, type ExitCode, type Outcome } from './commands/outcome'
import type { PublishOptions } from './commands/publish'
import type { Finding } from './finding'
import { findingInChinese, lineInChinese } from './findings/chinese/in-chinese'
import { steps } from './findings/chinese/lines'
import { helpIn } from './help-words'
import { addImportCommand } from './import-command'
import { addLiveCommands } from './live-commands'
import { describeFinding, progressTo } from './terminal'

/**
 * The only file that touches process and console: arguments in, text and an exit code out. What a command needs is loaded with it, so
 * that help and a wrong word are answered at once.
 */

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const tell = (text: string): void => void process.stderr.write(`${text}\n`)

/** The language of everything that is said: `--lang`, else that of the system. */
const isChinese = (): boolean => {
  const { lang } = program.opts<{ lang?: string }>()
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (lang ?? (LC_ALL || LC_MESSAGES || LANG || '')).startsWith('zh')
}
const inWords = (finding: Finding): Finding => (isChinese() ? findingInChinese(finding) : finding)
const inLine = (line: string): string => (isChinese() ? lineInChinese(line) : line)

const tellInWords = (line: string): void => tell(inLine(line))

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort())

const present = ({ exitCode, findings, lines, record }: Outcome, isJson: boolean): ExitCode => {
  const inOwnWords = findings.map(inWords)
  if (isJson) say(JSON.stringify({ findings: inOwnWords, ...Object(record) }, null, 2))
  else {
    inOwnWords.forEach((finding) => tell(describeFinding(finding)))
    lines.forEach((line) => say(inLine(line)))
  }
  return exitCode
}

const isAlive = (processId: number): boolean => {
  try {
    // Signal 0 asks only whether there is such a process.
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Runs a command and sets the exit code: 130 after an interrupt. Errors that no finding describes are bugs, and rethrown. */
const run = async (command: (context: CommandContext) => Promise<Outcome>, isJson = false): Promise<void> => {
  try {
    const environment = {
      variables: process.env,
      isRoot: process.getuid?.() === 0,
      processId: process.pid,
      isAlive,
    }
    const outcome = await command({
      progress: progressTo(process.stderr, (step) => (isChinese() ? steps[step] : step)),
      tell: tellInWords,
      signal: interrupt.signal,
      environment,
    })
    process.exitCode = present(outcome, isJson)
  } catch (error) {
    if (interrupt.signal.aborted) {
      tellInWords('Interrupted; nothing was left half-written.')
      process.exitCode = 130
      return
    }
    const failure = failureOf(error)
    if (!failure) throw error
    process.exitCode = present(failure, isJson)
  }
}

const program = new Command('press')
  .description('Makes issue bundles from what a newsroom has.')
  .version(version)
  .exitOverride()
  .showSuggestionAfterError()
  .configureHelp(helpIn(isChinese))
  .addOption(new Option('--lang <language>', 'the language of what is said').choices(['en', 'zh']))
  .configureOutput({ outputError: (text, write) => write(`${inLine(text.trimEnd())}\n`) })

program
  .command('new')
  .description('makes a paper of one page to begin with, or below a paper.yaml its next issue; it builds as it is')
  .argument('<folder>', 'the folder for the manuscript; it must be new or empty')
  .option('--name <name>', 'the paper’s name (default: 样报)')
  .option('--id <domain>', 'the paper’s domain (default: paper.example)')
  .option('--json', 'prints findings and result as JSON')
  .action((folder: string, { json, ...options }: Omit<NewPaperOptions, 'folder'> & { json?: boolean }) =>
    run(async () => (await import('./commands/new-paper')).newPaper({ folder, ...options }, new Date()), json),
  )

program
  .command('build')
  .description('builds an issue from a manuscript and lists it in the catalogue')
  .argument('<folder>', 'the folder of the manuscript')
  .requiredOption('--out <dir>', 'the folder of the site; data/ is written into it')
  .option('--sign <key>', 'signs the issue with the private key in this file')
  .option('--pdf', 'also prints the pages to a PDF')
  .option('--replace', 'takes the place of an issue of that day that was made from another manuscript')
  .option('--draft', 'keeps the revision of an issue that is there already: nobody has it yet')
  .option('--json', 'prints findings and result as JSON')
  .action((folder: string, { json, ...options }: Omit<BuildOptions, 'folder'> & { json?: boolean }) =>
    run(async (context) => (await import('./commands/build')).build({ folder, ...options }, context), json),
  )

program
  .command('keygen')
  .description('makes a private key, and prints the lines for paper.yaml that make its public key known')
  .argument('<file>', 'where to write the private key; the file must not exist')
  .option('--after <key>', 'the previous private key, which endorses the new one')
  .option('--json', 'prints findings and result as JSON')
  .action((file: string, { after, json }: { after?: string; json?: boolean }) =>
    run(async () => (await import('./commands/keygen')).keygen({ file, ...(after && { after }) }), json),
  )

program
  .command('sign')
  .description('signs issues that are already built')
  .argument('<bundle...>', 'the folders of one or more issues')
  .requiredOption('--key <file>', 'the private key')
  .option('--json', 'prints findings and result as JSON')
  .action((folders: string[], { key, json }: { key: string; json?: boolean }) =>
    run(async (context) => (await import('./commands/sign')).sign({ folders, key }, context), json),
  )

addImportCommand(program, run)

program
  .command('check')
  .description("verifies a bundle with the reader's own codec")
  .argument('<bundle>', 'the folder of one issue')
  .option('--json', 'prints findings and result as JSON')
  .action((folder: string, { json }: { json?: boolean }) =>
    run(async (context) => (await import('./commands/check')).check(folder, context), json),
  )

program
  .command('inspect')
  .description('prints a summary: pages, articles, parts, and joins with their evidence')
  .argument('<bundle>', 'the folder of one issue')
  .option('--json', 'prints the summary as JSON')
  .action((folder: string, { json }: { json?: boolean }) =>
    run(async () => (await import('./commands/inspect')).inspect(folder), json),
  )

program
  .command('explain')
  .description('says why pages are laid out as they are: what each rule costs, and what the next best layout would')
  .argument('<folder>', 'the folder of the manuscript')
  .option('--page <page>', 'a page by its number or label, item by item (default: the sums of all pages)')
  .option('--json', 'prints the costs as JSON')
  .action((folder: string, { json, page }: { json?: boolean; page?: string }) =>
    run(
      async () => (await import('./commands/explain')).explain({ folder, ...(page !== undefined && { page }) }),
      json,
    ),
  )

program
  .command('site')
  .description('puts the reader around the issues of a site: static files for any server')
  .argument('<site>', 'the folder that holds data/')
  .option('--address <url>', "where it is published (default: the paper's own host)")
  .option('--redraw', 'draws every page again, as after a change of the reader’s looks')
  .option('--pictures', 'also draws typeset pages as pictures, for IIIF viewers and covers of EPUBs; needs a Chromium')
  .option(
    '--iiif-tiles',
    'also writes the tiles of large facsimiles as IIIF viewers ask for them; they take their room again',
  )
  .option('--no-compress', 'without compressed forms of texts, for an object store whose CDN compresses')
  .addOption(new Option('--app <dir>', 'another build of the reader').hideHelp())
  .option('--json', 'prints findings and result as JSON')
  .action(
    (
      folder: string,
      {
        json,
        ...options
      }: {
        address?: string
        redraw?: boolean
        pictures?: boolean
        iiifTiles?: boolean
        compress: boolean
        app?: string
        json?: boolean
      },
    ) => run(async (context) => (await import('./commands/site')).makeSite({ folder, ...options }, context), json),
  )

program
  .command('index')
  .description('makes the archive of a site searchable: an index of static files, of which what has changed is written')
  .argument('<site>', 'the folder that holds data/')
  .option('--json', 'prints findings and result as JSON')
  .action((folder: string, { json }: { json?: boolean }) =>
    run(async (context) => (await import('./commands/index-archive')).indexArchive(folder, context), json),
  )

program
  .command('old-addresses')
  .description("makes the addresses of an older e-paper lead to the site's places")
  .argument('<folder>', 'a folder with paper.yaml in it or above it, and old-addresses.csv next to that')
  .requiredOption('--site <dir>', 'the folder of the site')
  .option('--address <url>', "where it is published (default: the paper's own host)")
  .option('--no-stubs', 'without a page for every address: only nginx and Caddy answer')
  .option('--json', 'prints findings and result as JSON')
  .action((folder: string, { json, ...options }: { site: string; address?: string; stubs: boolean; json?: boolean }) =>
    run(
      async (context) =>
        (await import('./commands/old-addresses')).forwardOldAddresses({ folder, ...options }, context),
      json,
    ),
  )

program
  .command('serve')
  .description('serves a site on this machine')
  .argument('<site>', 'the folder that contains data/')
  .option('--port <number>', 'the first port to try', portNumber, 8080)
  .option('--host <address>', 'the address to listen on; 0.0.0.0 lets other machines in', '127.0.0.1')
  .option('--base <path>', 'the path that the site was made for', '/')
  .action((folder: string, options: { port: number; host: string; base: string }) =>
    run(async () =>
      (await import('./commands/serve')).serve({ folder, ...options }, interrupt.signal, (address) =>
        say(inLine(`Open ${address} (Ctrl-C stops)`)),
      ),
    ),
  )

addLiveCommands(program, run, { isChinese, inWords, say: (line) => say(inLine(line)), tell })

program
  .command('publish')
  .description('uploads a site to a store that speaks S3: what has changed, in an order that readers never notice')
  .argument('<site>', 'the folder of the site')
  .requiredOption('--to <place>', 'bucket and prefix: s3://bucket/prefix')
  .option('--endpoint <url>', "the store's address, if it is not Amazon's")
  .option('--region <name>', "the bucket's region")
  .option('--path-style', 'puts the bucket into the path of addresses (MinIO, Ceph)')
  .addOption(new Option('--pages <names>', 'names pages by address, or by file').choices(['address', 'file']))
  .option('--parallel <number>', 'requests at once (default: 8)', requestCount)
  .option('--dry-run', 'lists what would be uploaded and removed, and writes nothing')
  .option('--verify', 'compares with everything that is in the store')
  .option('--prune', 'also removes issues, and files of issues, that the site no longer has')
  .option('--break-lock', 'takes over from a publisher that died')
  .option('--json', 'prints findings and result as JSON')
  .action((folder: string, { json, ...options }: Omit<PublishOptions, 'folder'> & { json?: boolean }) =>
    run(async (context) => (await import('./commands/publish')).publish({ folder, ...options }, context), json),
  )

program
  .command('schema')
  .description('writes the JSON Schema of the format')
  .requiredOption('--out <dir>', 'the output folder')
  .action(({ out }: { out: string }) => run(async () => (await import('./commands/schema')).writeSchemas(out)))

program
  .command('setting-face', { hidden: true })
  .description('cuts the setting face again and writes it into a checkout of this project')
  .argument('<checkout>')
  .action((checkout: string) => run(async () => (await import('./commands/setting-face')).writeSettingFace(checkout)))

program
  .command('findings-page', { hidden: true })
  .description('writes the page of the docs that lists every finding in Chinese')
  .argument('<file>')
  .action((file: string) => run(async () => (await import('./commands/findings-page')).writeFindingsPage(file)))

program
  .command('score-page', { hidden: true })
  .description('writes the page of the docs that lists the rules of the score')
  .argument('<file>')
  .action((file: string) => run(async () => (await import('./commands/score-page')).writeScorePage(file)))

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // Commander has already said what was wrong. Help and version are not errors.
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
