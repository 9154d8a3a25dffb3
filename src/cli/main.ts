import process from 'node:process'
import { Command, CommanderError } from 'commander'
import { exitCode, type Io } from './io.ts'

// Declares the commands; each lives in its own file, imported only when it runs, so that --help stays instant.

const examplesOf = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`

type Run = (io: Io) => Promise<number>

/** Builds the command line; `run` is called with the chosen command's work. */
export function commandLine(run: (work: Run) => Promise<void>): Command {
  const program = new Command('isnad')
    .description('A knowledge service for the news: every edge of its graph carries the sentence that says so.')
    .addHelpText('after', `\nSettings come from the environment; .env.example lists them all.\n`)
    .showHelpAfterError('(run with --help for what it takes)')
    .exitOverride()

  program
    .command('start')
    .description('set up whatever is missing (database, migrations, first documents) and serve')
    .addHelpText('after', examplesOf('npm start', 'PORT=8080 npm start', 'DATABASE_URL=postgresql://… npm start'))
    .action(() => run(async (io) => (await import('./start.ts')).start(io)))

  program
    .command('serve')
    .description('serve a database that is set up already')
    .addHelpText('after', examplesOf('DATABASE_URL=postgresql://… npm run -s isnad -- serve'))
    .action(() => run(async (io) => (await import('./serve.ts')).serve(io)))

  program
    .command('migrate')
    .description('bring the database to the current schema')
    .action(() => run(async (io) => (await import('./migrate.ts')).migrate(io)))

  program
    .command('ingest')
    .description('read documents into the graph: files, folders, globs, addresses, or - for standard input')
    .argument('<paths...>', 'what to read')
    .option('--dry-run', 'show what would be read, and store nothing')
    .option('--jobs <n>', 'documents worked on at once', '4')
    .addHelpText(
      'after',
      examplesOf('isnad ingest page.txt', 'isnad ingest archive/ "dumps/**/*.json"', 'cat page.txt | isnad ingest -') +
        '\nExits 1 when a document was refused; the others are in, and the refused one is kept with its reason.\n',
    )
    .action((paths: string[], options: { dryRun?: boolean; jobs: string }) =>
      run(async (io) => (await import('./ingest.ts')).ingest(paths, options, io)),
    )

  program
    .command('reprocess')
    .description('understand the stored documents again, with the rules of this version and all corrections')
    .option('--document <sha256>', 'only this one')
    .action((options: { document?: string }) =>
      run(async (io) => (await import('./reprocess.ts')).reprocess(options, io)),
    )

  program
    .command('annotate')
    .description('show what the extractor makes of a text; needs no database')
    .argument('[file]', 'a document, or - for standard input', '-')
    .option('--jsonl', 'read {"id","text","language"} lines and write {"id","mentions"} lines')
    .option('--explain', 'name the rule and the words behind everything found')
    .addHelpText(
      'after',
      examplesOf(
        'isnad annotate page.txt --explain',
        `echo '{"id":1,"text":"…","language":"ar"}' | isnad annotate --jsonl`,
      ),
    )
    .action((file: string, options: { jsonl?: boolean; explain?: boolean }) =>
      run(async (io) => (await import('./annotate.ts')).annotateCommand(file, options, io)),
    )

  program
    .command('export')
    .description('write the whole graph, sorted and byte for byte the same for the same documents')
    .option('--format <format>', 'jsonl', 'jsonl')
    .option('--output <file>', 'where to; standard output when left out')
    .action((options: { format: string; output?: string }) =>
      run(async (io) => (await import('./export.ts')).exportCommand(options, io)),
    )

  program
    .command('schema')
    .description('print the GraphQL schema, sorted, as schema.graphql holds it')
    .action(() => run(async (io) => (await import('./schema.ts')).printSchemaCommand(io)))

  return program
}

/** Runs one command and sets the exit code: 0 done, 1 failed with an explanation, 2 called wrongly. */
export async function main(argv: readonly string[]): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop.abort(signal))
  }
  const io: Io = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    environment: process.env,
    signal: stop.signal,
    live: process.stderr.isTTY === true,
  }
  // A reader that goes away (`isnad export | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCode.ok)
    throw error
  })
  const program = commandLine(async (work) => {
    process.exitCode = await work(io)
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage
    else if (isExplained(error)) {
      io.err(`${error.message}\n`)
      process.exitCode = exitCode.failed
    } else throw error
  }
}

/** Errors whose message is made for the user and says what to do. All else is a fault of ours and is shown whole. */
const explained = new Set([
  'CommandError',
  'ConfigError',
  'EmbeddedServerError',
  'HomeLockedError',
  'ListenError',
  'MigrationError',
  'UnavailableError',
])

function isExplained(error: unknown): error is Error {
  return error instanceof Error && explained.has(error.name)
}
