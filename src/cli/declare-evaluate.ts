import type { Command } from 'commander'
import type { EvaluateOptions } from './evaluate.ts'
import type { EvaluateReadingOptions } from './evaluate-reading.ts'
import { call, examplesOf } from './help-examples.ts'
import type { Io } from './io.ts'

type Run = (work: (io: Io) => Promise<number>) => Promise<void>

/** Declares `evaluate`, of the extractor, and `evaluate reading`, of the readers. */
export function declareEvaluate(program: Command, run: Run): void {
  // Options behind `reading` are its own: so for every command above it.
  const evaluate = program
    .enablePositionalOptions()
    .command('evaluate')
    .description('score the extractor on annotated articles: precision, recall and F1 by kind and language')
    .argument('[folder]', 'annotated articles as in training/, which is taken when left out')
    .option('--json', 'figures, rules and the worst articles as JSON')
    .option('--rules', 'add what each rule and word list found, and how much of it was right')
    .option('--faults <kind>', 'list every fault of one kind instead')
    .option('--pin', 'raise the floors that the tests hold to what is measured now')
    .option('--lower', 'with --pin: lower them, too')
    .enablePositionalOptions()
    .addHelpText(
      'after',
      `${examplesOf(
        [`${call} evaluate --rules`, 'figures, the worst articles and the hits of each rule'],
        [`${call} evaluate --faults persons`, 'every person missed or made up'],
        [`${call} evaluate --pin`, 'after an improvement'],
        [`${call} evaluate reading`, 'the readers instead of the extractor'],
      )}
Exits 1 when a figure fell below its floor, or an article could not be read.
`,
    )
    .action((folder: string | undefined, options: EvaluateOptions) =>
      run(async (io) => (await import('./evaluate.ts')).evaluateCommand(folder, options, io)),
    )

  evaluate
    .command('reading')
    .description('score the readers on documents with what they should become: headline, date, body, authors by format')
    .argument('[folder]', 'documents with expectations beside them; test/cases/reading when left out')
    .option('--json', 'figures and every document with its faults as JSON')
    .option('--faults <measure>', 'list every fault of one measure instead')
    .addHelpText(
      'after',
      `${examplesOf(
        [`${call} evaluate reading`, 'figures by format'],
        [`${call} evaluate reading pages/ --faults body`, 'paragraphs missed, and furniture taken for text'],
      )}
A document's expectation is page.expected.json beside page.html, as our own cases write it, or fundus, newspaper4k,
Readability. What an expectation does not tell is not measured.
`,
    )
    .action((folder: string | undefined, options: EvaluateReadingOptions) =>
      run(async (io) => (await import('./evaluate-reading.ts')).evaluateReadingCommand(folder, options, io)),
    )
}
