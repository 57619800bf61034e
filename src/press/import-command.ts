import type { Command } from 'commander'
import { languagesOfText } from './argument-values'
import type { PrintedImport } from './commands/import-printed'
import type { CommandContext, Outcome } from './commands/outcome'
import { printedKinds } from './importers/printed-kinds'

interface ImportFlags {
  readonly out: string
  readonly corrections?: string
  readonly ocr?: string | true
  readonly replace?: boolean
  readonly json?: boolean
}

const importPrinted = async (options: PrintedImport, context: CommandContext): Promise<Outcome> =>
  (await import('./commands/import-printed')).importPrinted(options, context)

/** Runs a command and presents its outcome. */
type Run = (command: (context: CommandContext) => Promise<Outcome>, isJson?: boolean) => Promise<void>

/** `press import`, with a command of its own for each kind of source. */
export const addImportCommand = (program: Command, run: Run): void => {
  const imports = program
    .command('import')
    .description('turns what a newsroom or a library has into a manuscript for a person to correct')
    .argument('<path>', 'the folder of the source, or its file; what it is the press finds out')
    .requiredOption('--out <dir>', 'the folder for the manuscript: a new one, or that of an earlier import')
    .option('--corrections <file>', 'the corrections to apply (default: corrections.yaml beside the source)')
    .option('--ocr [languages]', 'recognises the text of PDF pages without text (default: chi_sim)')
    .option('--replace', 'writes over what was changed by hand in files of an earlier import')
    .option('--json', 'prints findings and result as JSON')
    .action((path: string, { json, ocr, ...options }: ImportFlags) =>
      run((context) => importPrinted({ path, ...options, ocr: languagesOfText(ocr) }, context), json),
    )

  for (const { kind, description } of printedKinds)
    imports
      .command(kind)
      .description(description)
      .argument('<path>', 'the folder of the source, or its file')
      .action((path: string, _: object, command: Command) => {
        const { json, ocr, ...options } = command.optsWithGlobals<ImportFlags>()
        return run((context) => importPrinted({ path, kind, ...options, ocr: languagesOfText(ocr) }, context), json)
      })
}
