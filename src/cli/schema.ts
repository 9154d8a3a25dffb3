import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from '../graph/schema.ts'
import { exitCode, type Io } from './io.ts'

/** Prints the schema as `schema.graphql` holds it: sorted, so that a change shows as the lines that changed. */
export async function printSchemaCommand(io: Io): Promise<number> {
  await io.out(`${printSchema(lexicographicSortSchema(schema))}\n`)
  return exitCode.ok
}
