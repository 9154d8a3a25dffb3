import { Prisma } from '../generated/client.ts'
import { badInput } from './bad-input.ts'
import { base64url } from './json.ts'
import type { Sql } from './reading.ts'

/**
 * Ids that clients see: base64url of a type's letter and the row's UUID. Opaque, ASCII, and the same in every database
 * that holds the same documents, since the UUIDs come from content.
 */
export const idLetters = {
  Document: 'D',
  Article: 'A',
  Person: 'P',
  Country: 'C',
  Organization: 'O',
  Place: 'L',
  Event: 'E',
  Quote: 'Q',
  Source: 'S',
  Story: 'T',
  Mention: 'M',
  Correction: 'K',
} as const

export type IdType = keyof typeof idLetters
export type GlobalId = { readonly type: IdType; readonly uuid: string }

export const entityTypes = ['Person', 'Country', 'Organization', 'Place'] as const satisfies readonly IdType[]

const typesByLetter: ReadonlyMap<string, IdType> = new Map(
  Object.entries(idLetters).map(([type, letter]) => [letter, type as IdType]),
)
const idLength = 23

/** The id of a row as SQL; `letter` is an expression of type text. */
export function globalIdSql(letter: Sql, uuid: Sql): Sql {
  return base64url(Prisma.sql`convert_to(${letter}, 'UTF8') || uuid_send(${uuid})`)
}

export function encodeId(type: IdType, uuid: string): string {
  const bytes = Buffer.concat([Buffer.from(idLetters[type]), Buffer.from(uuid.replaceAll('-', ''), 'hex')])
  return bytes.toString('base64url')
}

/**
 * Reads an id back.
 * @throws BAD_USER_INPUT when it is none of ours, or is of a type that is not expected here
 */
export function decodeId(id: string, expected: readonly IdType[]): GlobalId {
  const bytes = id.length === idLength ? Buffer.from(id, 'base64url') : Buffer.alloc(0)
  const type = typesByLetter.get(bytes.toString('latin1', 0, 1))
  if (type === undefined || bytes.toString('base64url') !== id) {
    throw badInput(`Not an id of this service: ${JSON.stringify(id.slice(0, 60))}.`)
  }
  if (!expected.includes(type)) throw badInput(`The id ${id} is of type ${type}; expected ${expected.join(' or ')}.`)
  const hex = bytes.toString('hex', 1)
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { type, uuid }
}
