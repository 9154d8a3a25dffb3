import type { Command } from 'commander'
import { call, examplesOf } from './help-examples.ts'
import type { IngestOptions } from './ingest.ts'
import type { Io } from './io.ts'
import { ownWorkers } from './own-workers.ts'
import { wholeNumber } from './whole-number.ts'

type Run = (work: (io: Io) => Promise<number>) => Promise<void>

const jobsOf = wholeNumber(1, 64)

/** Declares `ingest`, and `worker`, which works off what is in its queue. */
export function declareIngest(program: Command, run: Run): void {
  program
    .command('ingest')
    .description('read documents into the graph: files, folders, globs, addresses, or - for standard input')
    .argument('<paths...>', 'what to read; archives, web archives and dumps are taken apart')
    .option('--dry-run', 'show what would be read, and store nothing')
    .option('--jobs <n>', `worker processes, ${ownWorkers} unless told; 1 works within this one`, jobsOf)
    .option('--map <field=column>', 'which column of a table or record is title, text, date …', collect)
    .option('--progress', 'lines of progress also where nobody watches')
    .option('--json', 'the summary as JSON')
    .addHelpText(
      'after',
      `${examplesOf(
        [`${call} ingest page.txt`, 'one page; also into a service that is running'],
        [`${call} ingest archive/ "dumps/**/*.jsonl.gz"`, 'all files of a folder, and those of a pattern'],
        [`${call} ingest https://example.org/news/page.html`, 'a page of the web'],
        [`${call} ingest news.csv --map title=head,text=body --dry-run`, 'a table, and what it would give'],
        [`cat page.txt | ${call} ingest -`, 'standard input'],
      )}
Documents that are in already are passed over: run it again after a stop, and it goes on.
Exits 1 when a document was refused; the others are in, and the refused one is kept with its reason.
`,
    )
    .action((paths: string[], options: IngestOptions) =>
      run(async (io) => {
        // Beside workers this process only takes apart what is handed over, be it a dump of gigabytes.
        if (options.jobs !== 1 && options.dryRun !== true) (await import('../ingest/spare-memory.ts')).spareMemory()
        return (await import('./ingest.ts')).ingest(paths, options, io)
      }),
    )

  program
    .command('worker')
    .description('take in what waits in the queue, beside other workers, until it is told to stop')
    .option('--jobs <n>', 'worker processes', jobsOf, ownWorkers)
    .addHelpText(
      'after',
      `${examplesOf([
        `DATABASE_URL=postgresql://user:password@host/isnad ${call} worker --jobs 4`,
        'more hands on another machine, for any `ingest` on this database',
      ])}
It ends after the documents in hand on Ctrl-C or SIGTERM, and takes what killed runs left waiting.
`,
    )
    .action((options: { jobs: number }) => run(async (io) => (await import('./worker.ts')).worker(options, io)))
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
