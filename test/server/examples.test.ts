import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { examples } from '../../src/server/examples.ts'

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))

test.each(examples)('the saved question "$title" fits the schema', ({ query }) => {
  expect(validate(schema, parse(query))).toEqual([])
})
