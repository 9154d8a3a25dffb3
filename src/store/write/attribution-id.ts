import { v5 } from 'uuid'

/** UUIDv5 of the step's place in the chain, in the namespace of the report or quote that it carries. */
export function attributionStepId(ownerId: string, ordinal: number): string {
  return v5(String(ordinal), ownerId)
}
