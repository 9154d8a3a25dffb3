import SchemaBuilder from '@pothos/core'
import type { GraphContext } from './context.ts'

/** A scalar that is a string on both sides, already in the form in which it is served. */
type Text = { Input: string; Output: string }

/** The one builder of the schema. It knows no type of the domain. */
export const builder = new SchemaBuilder<{
  Context: GraphContext
  DefaultFieldNullability: false
  Scalars: { ID: Text; DateTime: Text; Date: Text; URL: Text }
}>({ defaultFieldNullability: false })

/** An object of an answer: values by response key. */
export type Answer = Readonly<Record<string, unknown>>
