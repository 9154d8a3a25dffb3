import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'

/** An empty, migrated database of this test file's own, dropped after its tests. Call it at the top of the file. */
export async function openTestDatabase(): Promise<Database> {
  const database = await createTestDatabase()
  afterAll(() => database[Symbol.asyncDispose]())
  return database
}

/** A database without rows, dropped when disposed of: `await using database = await createTestDatabase()`. */
export async function createTestDatabase(
  options: { readonly migrated: boolean } = { migrated: true },
): Promise<Database> {
  const template = new URL(inject('templateUrl'))
  const name = `test_${randomBytes(8).toString('hex')}`
  const pattern = options.migrated ? template.pathname.slice(1) : 'template0'
  await runBeside(template, `create database ${name} template ${pattern}`)
  const url = new URL(template)
  url.pathname = `/${name}`
  const database = openDatabase(url.href, { connections: 5 })
  const dispose = async (): Promise<void> => {
    await database[Symbol.asyncDispose]()
    await runBeside(template, `drop database ${name} with (force)`)
  }
  return { ...database, [Symbol.asyncDispose]: dispose }
}

/** Runs a statement from another database of the server: a template must have no connections. */
async function runBeside(template: URL, statement: string): Promise<void> {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
