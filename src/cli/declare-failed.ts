import type { Command } from 'commander'
import type { ListFailedOptions, RetryFailedOptions, ShowFailedOptions } from './failed.ts'
import { call, examplesOf } from './help-examples.ts'
import type { Io } from './io.ts'

type Run = (work: (io: Io) => Promise<number>) => Promise<void>

/** Declares `failed` and what can be done with documents that could not be read. */
export function declareFailed(program: Command, run: Run): void {
  const work = () => import('./failed.ts')
  const failed = program
    .command('failed')
    .description('see and retry the documents that could not be read; they are kept whole, with the reason')
    .addHelpText(
      'after',
      examplesOf(
        [`${call} failed list`, 'what failed, and for which reason'],
        [`${call} failed show 3f2a`, 'one of them: why, what to do, how it begins'],
        [`${call} failed retry --all`, 'after an upgrade'],
      ),
    )

  failed
    .command('list')
    .description('list the documents that could not be read, the latest first')
    .option('--code <code>', 'only those that failed for one reason, e.g. RECORD_INVALID')
    .option('--json', 'all that is known of each, one JSON object a line')
    .addHelpText(
      'after',
      examplesOf(
        [`${call} failed list`, 'hash, stage, reason, time and name'],
        [`${call} failed list --json | jq -r .code | sort | uniq -c`, 'how many failed for each reason'],
      ),
    )
    .action((options: ListFailedOptions) => run(async (io) => (await work()).listFailed(options, io)))

  failed
    .command('show')
    .description('show why a document failed, what to do, and how it begins')
    .argument('<hash>', 'its SHA-256, or as many first digits as tell it from the others')
    .option('--bytes', 'write it out instead, byte for byte')
    .addHelpText(
      'after',
      examplesOf(
        [`${call} failed show 3f2a`, 'the reason and the first lines'],
        [`${call} failed show 3f2a --bytes > page.html`, 'the document itself, to look at or to mend'],
      ),
    )
    .action((hash: string, options: ShowFailedOptions) =>
      run(async (io) => (await work()).showFailed(hash, options, io)),
    )

  failed
    .command('retry')
    .description('try again to read documents that failed; those that go in now are failed no more')
    .argument('[hashes...]', 'which ones, as for `show`')
    .option('--all', 'all of them')
    .option('--code <code>', 'those that failed for one reason')
    .addHelpText(
      'after',
      `${examplesOf(
        [`${call} failed retry 3f2a`, 'one of them'],
        [`${call} failed retry --code INTERNAL_FAULT`, 'those that an earlier release stumbled over'],
      )}
Exits 1 when a document failed again; it stays, with the new reason.
`,
    )
    .action((hashes: string[], options: RetryFailedOptions, command: Command) => {
      const ways = [hashes.length > 0, options.all === true, options.code !== undefined].filter(Boolean).length
      if (ways !== 1) command.error('error: name the documents, or give one of --all and --code')
      return run(async (io) => (await work()).retryFailedCommand(hashes, options, io))
    })
}
