import type { Command } from 'commander'
import { languagesOfText, portNumber } from './argument-values'
import type { CommandContext, Outcome } from './commands/outcome'
import type { Finding } from './finding'
import { describeFinding } from './terminal'

type Run = (command: (context: CommandContext) => Promise<Outcome>) => Promise<void>

/** How the command line speaks. */
interface Voice {
  readonly isChinese: () => boolean
  readonly inWords: (finding: Finding) => Finding
  /** Says a line of English in the person's language. */
  readonly say: (line: string) => void
  readonly tell: (text: string) => void
}

/** The commands that go on until somebody stops them, and show what they do in the browser: `press watch` and `press preview`. */
export const addLiveCommands = (program: Command, run: Run, { isChinese, inWords, say, tell }: Voice): void => {
  const ready = (address: string): void => say(`Open ${address} (Ctrl-C stops)`)

  program
    .command('watch')
    .description('shows a manuscript in the browser, and again after every change of it')
    .argument('<folder>', 'the folder of the manuscript')
    .option('--port <number>', 'the first port to try', portNumber, 8100)
    .action((folder: string, { port }: { port: number }) =>
      run(async (context) =>
        (await import('./commands/watch')).watch({ folder, port }, context, {
          ready,
          built: ({ findings, lines: [line = ''] }, tookMs) => {
            findings.forEach((finding) => tell(describeFinding(inWords(finding))))
            say(`${line} (${(tookMs / 1000).toFixed(1)} s)`)
          },
        }),
      ),
    )

  program
    .command('preview')
    .description('shows what an import makes of a source, for an editor to correct in the browser')
    .argument('<source>', 'the folder of the source, or its file')
    .option('--corrections <file>', 'the corrections to apply and write (default: corrections.yaml beside the source)')
    .option('--ocr [languages]', 'recognises the text of PDF pages without text (default: chi_sim)')
    .option('--port <number>', 'the first port to try', portNumber, 8100)
    .action((path: string, { ocr, ...options }: { port: number; corrections?: string; ocr?: string | true }) =>
      run(async (context) =>
        (await import('./commands/preview')).preview({ path, ...options, ocr: languagesOfText(ocr) }, context, {
          lang: isChinese() ? 'zh-Hans' : 'en',
          inWords,
          ready,
          told: say,
        }),
      ),
    )
}
