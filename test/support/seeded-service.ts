import { afterAll } from 'vitest'
import { seed } from '../../seeds/seed.ts'
import { readConfig } from '../../src/server/config.ts'
import { openService, type Service } from '../../src/server/open-service.ts'
import { openTestDatabase } from './database.ts'

/** A service over HTTP, on a database of this test file's own that holds the documents that ship. */
export async function openSeededService(): Promise<Service> {
  const database = await openTestDatabase()
  const summary = await seed(database)
  if (summary === null || summary.refused > 0) throw new Error(`the seeds do not load: ${JSON.stringify(summary)}`)
  const service = await openService(database, readConfig({ PORT: '0', LOG_LEVEL: 'silent' }))
  afterAll(() => service[Symbol.asyncDispose]())
  return service
}

/** Asks a service over HTTP; throws the first error. */
export async function ask<Data>(service: Service, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(service.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] }
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '))
  return data
}
