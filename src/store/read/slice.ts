import { Prisma } from '../generated/client.ts'
import type { Sql } from './reading.ts'

/** A code point that no text holds: a noncharacter, which `fold` and readers drop. */
const filler = Prisma.raw(String.raw`U&'\FFFF'`)
/** Characters that are two code units in UTF-16. */
const pairs = Prisma.raw(String.raw`U&'([\+010000-\+10FFFF])'`)

/**
 * `text.slice(start, end)` by UTF-16 code units, as all offsets are, where Postgres counts code points: each character
 * beyond the BMP is followed by a filler, so that it counts as two, and the fillers are taken out again.
 */
export function slice(text: Sql, start: Sql, end: Sql): Sql {
  const doubled = Prisma.sql`regexp_replace(${text}, ${pairs}, '\\1' || ${filler}, 'g')`
  return Prisma.sql`replace(substring(${doubled} from ${start} + 1 for ${end} - ${start}), ${filler}, '')`
}
