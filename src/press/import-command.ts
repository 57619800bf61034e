import type { Command } from 'commander'
import { importOcr } from './commands/import-ocr-text'
import { importPrinted } from './commands/import-printed'
import type { CommandContext, Outcome } from './commands/outcome'
import { printedSources } from './importers/printed-sources'

interface ImportFlags {
  readonly out: string
  readonly corrections?: string
  readonly replace?: boolean
  readonly json?: boolean
}

/** Runs a command and presents its outcome. */
type Run = (command: (context: CommandContext) => Promise<Outcome>, isJson?: boolean) => Promise<void>

/** `press import`, with a command of its own for each kind of source. */
export const addImportCommand = (program: Command, run: Run): void => {
  const imports = program
    .command('import')
    .description('turns what a newsroom or a library has into a manuscript for a person to correct')
    .argument('<path>', 'the folder of the source; what it is the press finds out')
    .requiredOption('--out <dir>', 'the folder for the manuscript: a new one, or that of an earlier import')
    .option('--corrections <file>', 'the corrections to apply (default: corrections.yaml beside the source)')
    .option('--replace', 'writes over what was changed by hand in files of an earlier import')
    .option('--json', 'prints findings and result as JSON')
    .action((path: string, { json, ...options }: ImportFlags) =>
      run((context) => importPrinted({ path, ...options }, context), json),
    )

  imports
    .command('ocr-text')
    .description('turns the raw OCR text of one page into a manuscript')
    .argument('<file>', 'the text')
    .action((file: string, _: object, command: Command) => {
      const { out, json, corrections, replace } = command.optsWithGlobals<ImportFlags>()
      // Its manuscript is corrected by hand, and made once.
      if (corrections !== undefined) command.error("error: unknown option '--corrections'")
      if (replace) command.error("error: unknown option '--replace'")
      return run(() => importOcr({ file, out }), json)
    })

  for (const source of printedSources)
    imports
      .command(source.kind)
      .description(source.description)
      .argument('<path>', 'the folder of the source, or its file')
      .action((path: string, _: object, command: Command) => {
        const { json, ...options } = command.optsWithGlobals<ImportFlags>()
        return run((context) => importPrinted({ path, source, ...options }, context), json)
      })
}
