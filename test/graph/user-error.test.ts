import { expect, test } from 'vitest'
import { typeOfCode } from '../../src/graph/user-error.ts'
import { fetchCodes } from '../../src/ingest/fetch-error.ts'

test.each(fetchCodes)('%s is a failure to fetch', (code) => {
  expect(typeOfCode(code)).toBe('FetchError')
})

test.each([
  ['NOT_FOUND', 'NotFoundError'],
  ['TOO_MANY_RECORDS', 'UnreadableDocumentError'],
  ['KINDS_DIFFER', 'ConflictError'],
  ['UNAVAILABLE', 'RequestError'],
])('%s is no failure to fetch: %s', (code, type) => {
  expect(typeOfCode(code)).toBe(type)
})
