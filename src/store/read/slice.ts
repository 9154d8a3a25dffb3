import { Prisma } from '../generated/client.ts'
import type { Sql } from './reading.ts'

/**
 * Slices by UTF-16 code units, as all offsets are, where Postgres counts code points: in a doubled text each character
 * beyond the BMP is followed by a filler, so that it counts as two. Doubling costs a pass over the text: once for all
 * slices of it.
 */

/** A noncharacter, which stands in no text. */
const filler = Prisma.raw(String.raw`U&'\FFFF'`)
/** Characters that are two code units in UTF-16. */
const pairs = Prisma.raw(String.raw`U&'([\+010000-\+10FFFF])'`)

/** The text with its fillers. */
export function doubled(text: Sql): Sql {
  return Prisma.sql`regexp_replace(${text}, ${pairs}, '\\1' || ${filler}, 'g')`
}

/** `text.slice(start, end)` of a doubled text. */
export function sliceOfDoubled(text: Sql, start: Sql, end: Sql): Sql {
  return Prisma.sql`replace(substring(${text} from ${start} + 1 for ${end} - ${start}), ${filler}, '')`
}
