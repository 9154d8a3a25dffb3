import { expect, test } from 'vitest'
import { commandLine } from '../../src/cli/command-line.ts'
import { isnad } from '../support/isnad.ts'

const { commands } = commandLine(async () => undefined)
const names = commands.map((command) => command.name())

test('the commands are those of the handbook', () => {
  expect(names).toEqual([
    'start',
    'serve',
    'migrate',
    'ingest',
    'worker',
    'failed',
    'feeds',
    'reprocess',
    'annotate',
    'evaluate',
    'export',
    'schema',
  ])
})

test('the help of every command gives examples to paste', async () => {
  const calls = commands.flatMap((command) => [
    [command.name()],
    ...command.commands.map((part) => [command.name(), part.name()]),
  ])
  const helps = await Promise.all([[], ...calls].map((words) => isnad([...words, '--help'])))
  for (const { code, out, err } of helps) {
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Examples:\n')
    const examples = [...out.matchAll(/^ {2}\$ (.+)$/gm)].map((match) => match[1] ?? '')
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect(example).toMatch(/\bnpm (start|run -s isnad -- )/)
  }
})

test.each([
  ['no command', []],
  ['an unknown command', ['serv']],
  ['an unknown option', ['export', '--fast']],
  ['a format that there is not', ['export', '--format', 'csv']],
  ['jobs that are no number', ['ingest', '--jobs', 'many', 'x']],
  ['nothing to ingest', ['ingest']],
  ['nothing to do with feeds', ['feeds']],
  ['no feed to add', ['feeds', 'add']],
  ['nothing to do with failed documents', ['failed']],
  ['no failed document to show', ['failed', 'show']],
  ['no failed document to retry', ['failed', 'retry']],
  ['all failed documents and one of them', ['failed', 'retry', '--all', '3f2a']],
  ['minutes that are none', ['feeds', 'add', '--every', '0', 'https://example.org/']],
  ['options that exclude each other', ['annotate', '--jsonl', '--explain']],
])('%s is a wrong call: exit code 2, and where help is', async (_, args) => {
  const { code, out, err } = await isnad(args)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('--help')
})

test('the version is that of the package', async () => {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } })
  expect(await isnad(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' })
})
