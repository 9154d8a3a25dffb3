import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { declareEvaluate } from './declare-evaluate.ts'
import { declareFailed } from './declare-failed.ts'
import { declareFeeds } from './declare-feeds.ts'
import { declareIngest } from './declare-ingest.ts'
import { call, examplesOf } from './help-examples.ts'
import type { Io } from './io.ts'

// Declares the commands; each lives in its own file, imported only when it runs, so that --help stays instant.

type Run = (io: Io) => Promise<number>

function version(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  )
  return version
}

/** Builds the command line; `run` is called with the chosen command's work. */
export function commandLine(run: (work: Run) => Promise<void>): Command {
  const program = new Command('isnad')
    .description('A knowledge service for the news: every edge of its graph carries the sentence that says so.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `${examplesOf(
        ['npm start', 'set everything up and serve; the playground is at http://127.0.0.1:4000/graphql'],
        [`${call} ingest archive/`, 'read your own documents into the graph'],
        [`${call} annotate page.txt --explain`, 'see what it makes of a text, and why; needs no database'],
        [`${call} ingest --help`, 'what one command takes'],
      )}
Settings come from the environment; .env.example lists them all.
Exit codes: 0 done, 1 failed or found faults and says which, 2 called wrongly.
`,
    )
    .showHelpAfterError('(run with --help for what it takes)')
    .exitOverride()

  program
    .command('start')
    .description('set up whatever is missing (database, migrations, first documents) and serve')
    .addHelpText(
      'after',
      examplesOf(
        ['npm start', 'with the embedded Postgres, data in .isnad'],
        ['PORT=8080 ISNAD_HOME=/srv/isnad npm start', 'on another port, with the data elsewhere'],
        ['DATABASE_URL=postgresql://user:password@host/isnad npm start', 'with a Postgres of your own, 15 or later'],
      ),
    )
    .action(() => run(async (io) => (await import('./start.ts')).start(io)))

  program
    .command('serve')
    .description('serve a database that is set up already')
    .addHelpText(
      'after',
      examplesOf([
        `DATABASE_URL=postgresql://user:password@host/isnad ${call} serve`,
        'one of several processes on one database; `migrate` comes first, once a release',
      ]),
    )
    .action(() => run(async (io) => (await import('./serve.ts')).serve(io)))

  program
    .command('migrate')
    .description('bring the database to the current schema')
    .addHelpText(
      'after',
      examplesOf([
        `DATABASE_URL=postgresql://user:password@host/isnad ${call} migrate`,
        'before `serve`; safe to run again, and from several processes at once',
      ]),
    )
    .action(() => run(async (io) => (await import('./migrate.ts')).migrate(io)))

  declareIngest(program, run)
  declareFailed(program, run)
  declareFeeds(program, run)

  program
    .command('reprocess')
    .description('understand the stored documents again, with the rules of this version and all corrections')
    .option('--document <sha256>', 'only this one')
    .addHelpText(
      'after',
      examplesOf(
        [`${call} reprocess`, 'after an upgrade; readers see the old graph until the new one is whole'],
        [`${call} reprocess --document "$(sha256sum < page.txt | cut -c1-64)"`, 'only the document of one file'],
      ),
    )
    .action((options: { document?: string }) =>
      run(async (io) => (await import('./reprocess.ts')).reprocess(options, io)),
    )

  program
    .command('annotate')
    .description('show what the extractor makes of a text; needs no database')
    .argument('[file]', 'a document, or - for standard input', '-')
    .option('--jsonl', 'read {"id","text","language"} lines and write {"id","mentions"} lines')
    .addOption(new Option('--explain', 'name the rule and the words behind everything found').conflicts('jsonl'))
    .addHelpText(
      'after',
      `${examplesOf(
        [`${call} annotate page.txt --explain`, 'everything found in a page, with its rule and its span'],
        [`echo '{"id":1,"text":"…","language":"ar"}' | ${call} annotate --jsonl`, 'one answer a line, for programs'],
      )}
Offsets are UTF-16 code units: text.slice(start, end) gives the words.
A line may hold headline, publishedOn (YYYY-MM-DD) and source, too; a broken one is answered with its error.
`,
    )
    .action((file: string, options: { jsonl?: boolean; explain?: boolean }) =>
      run(async (io) => (await import('./annotate.ts')).annotateCommand(file, options, io)),
    )

  declareEvaluate(program, run)

  program
    .command('export')
    .description('write the whole graph, sorted and byte for byte the same for the same documents')
    .addOption(new Option('--format <format>', 'lines of JSON').choices(['jsonl']).default('jsonl'))
    .option('--output <file>', 'where to; standard output when left out')
    .addHelpText(
      'after',
      examplesOf(
        [`${call} export --output graph.jsonl`, 'everything into a file, which appears once it is whole'],
        [`${call} export | jq -c 'select(.table == "event")'`, 'one kind of row'],
      ),
    )
    .action((options: { output?: string }) =>
      run(async (io) => (await import('./export.ts')).exportCommand(options, io)),
    )

  program
    .command('schema')
    .description('print the GraphQL schema, sorted, as schema.graphql holds it')
    .addHelpText('after', examplesOf([`${call} schema > schema.graphql`, 'after a change of the graph']))
    .action(() => run(async (io) => (await import('./schema.ts')).printSchemaCommand(io)))

  return program
}
