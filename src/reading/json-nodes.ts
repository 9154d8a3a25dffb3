/**
 * Values written as JSON, with the place of every string, which JSON.parse forgets. It also takes what JSON.parse refuses
 * and dumps are full of: several values in a row (JSON Lines, `][` where two exports were glued), bare line ends inside
 * strings, the literals of the language that wrote the dump (json-literals.ts), and records that are broken: the ones
 * before and after them are read all the same.
 */
import { LiteralParser } from './json-literals.ts'
import type { LocatedText } from './located-text.ts'

/** A value; strings know where their letters stand. */
export type JsonNode =
  | { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly start: number; readonly value: LocatedText }
  | { readonly kind: 'other'; readonly start: number; readonly value: LocatedText }

/** A member of an object. */
export type JsonMember = { readonly name: string; readonly value: JsonNode }

/** Where and why a text is no JSON. */
export type JsonError = { readonly at: number; readonly problem: string }

/** A stretch that could not be read, and where and why it could not. */
export type JsonFault = JsonError & { readonly start: number; readonly end: number }

/** What could be read of a text. */
export type JsonValues = {
  readonly nodes: readonly JsonNode[]
  readonly faults: readonly JsonFault[]
  /** Where values begin that were read although marks inside their strings were not escaped. */
  readonly repaired: readonly number[]
}

/** All values of a text in order, or the first thing that is wrong. */
export function parseJson(text: string): readonly JsonNode[] | JsonError {
  const { nodes, faults } = parseRecords(text)
  return faults[0] ?? nodes
}

/** All values of a text that can be read, in order, and where there was something else. Never throws. */
export function parseRecords(text: string): JsonValues {
  return new LiteralParser(text).values()
}
