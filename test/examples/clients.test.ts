import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openSeededService } from '../support/seeded-service.ts'

const root = join(import.meta.dirname, '../..')
const service = await openSeededService()

/** Runs a program of an example in its folder, against the service, with the tools that `npm ci` brought. */
async function run(example: string, command: string, ...args: string[]): Promise<string> {
  const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: join(root, 'examples', example),
    env: { ...process.env, PATH: path, ISNAD_URL: service.graphql },
  })
  return stdout
}

/** What a generated file holds before and after it is made anew: the committed one must be today's. */
async function regenerate(
  example: string,
  file: string,
  command: string,
  ...args: string[]
): Promise<[string, string]> {
  const read = () => readFileSync(join(root, 'examples', example, file), 'utf8')
  const before = read()
  await run(example, command, ...args)
  return [before, read()]
}

test('GraphQL Code Generator makes a typed client that asks who met whom', async () => {
  const [committed, made] = await regenerate('codegen', 'src/generated/graphql.ts', 'graphql-codegen')
  expect(made).toBe(committed)
  await run('codegen', 'tsc', '-p', '.')
  const output = await run('codegen', 'node', 'src/main.ts')
  expect(output).toMatch(/^Syria\n/)
  expect(output).toMatch(/2025-01-31 {2}.*Hakan Fidan \(actor\)/)
  expect(output).toContain('هاكان فيدان')
}, 60_000)

test('gql.tada types a document from the schema alone and shows the chain of attribution', async () => {
  const [committed, made] = await regenerate('gql-tada', 'src/graphql-env.d.ts', 'node', 'generate.ts')
  expect(made).toBe(committed)
  await run('gql-tada', 'tsc', '-p', '.')
  const output = await run('gql-tada', 'node', 'src/main.ts')
  expect(output).toContain(' ← ')
  expect(output.split('\n\n').length).toBe(5)
}, 60_000)

test('one event becomes a picture with its sentence', async () => {
  await run('picture', 'tsc', '-p', '.')
  const svg = await run('picture', 'node', 'main.ts')
  expect(svg).toMatch(/^<svg /)
  expect(svg).toContain(' ← ')
  expect(svg).toContain('هاكان فيدان')
})
