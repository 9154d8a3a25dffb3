import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Prisma } from '../../../src/store/generated/client.ts'
import { cursorSql, decodeCursor } from '../../../src/store/read/cursor.ts'
import { decodeId, encodeId, globalIdSql, type IdType, idLetters } from '../../../src/store/read/global-id.ts'
import { key } from '../../../src/store/read/orders.ts'
import type { Order } from '../../../src/store/read/reading.ts'
import { doubled, sliceOfDoubled } from '../../../src/store/read/slice.ts'
import { openTestDatabase } from '../../support/database.ts'

const { prisma } = await openTestDatabase()

const order: Order = {
  name: 'any',
  descending: true,
  keys: [key('name', 'text'), key('count', 'integer'), key('day', 'date'), key('id', 'uuid')],
}
/** Any text that Postgres holds: no NUL, no half of a pair. */
const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((any) => any.replaceAll('\0', ''))
const places = fc.record({
  name: fc.oneof(text, fc.constantFrom('عبد الله الثاني', 'ليلى', '')),
  count: fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
  day: fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  id: fc.uuid(),
})

test('a cursor is ASCII and reads back to the same place', async () => {
  const given = fc.sample(places, 300)
  const row = Prisma.sql`r`
  const cursors = await prisma.$queryRaw<{ cursor: string }[]>`
    select ${cursorSql(order, row)} as cursor
    from json_to_recordset(${JSON.stringify(given)}::json) as r(name text, count int, day date, id uuid)`
  expect(cursors).toHaveLength(300)
  for (const [i, { cursor }] of cursors.entries()) {
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
    const { name, count, day, id } = given[i] ?? {}
    expect(decodeCursor(order, cursor, 'after').values).toEqual([name, count, day, id])
  }
})

test('an id is ASCII and reads back to the same row, whether made here or by the database', async () => {
  for (const type of Object.keys(idLetters) as IdType[]) {
    for (const uuid of fc.sample(fc.uuid(), 5)) {
      const [row] = await prisma.$queryRaw<{ id: string }[]>`
        select ${globalIdSql(Prisma.sql`${idLetters[type]}::text`, Prisma.sql`${uuid}::uuid`)} as id`
      expect(row?.id).toBe(encodeId(type, uuid))
      expect(decodeId(encodeId(type, uuid), [type])).toEqual({ type, uuid })
    }
  }
})

test('any other text is refused as an id and as a cursor', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: 'binary' })), (any) => {
      expect(() => decodeId(any, ['Article'])).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
      )
      expect(() => decodeCursor(order, any, 'after')).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
      )
    }),
  )
})

test('a slice counts UTF-16 code units, as the strings of clients do', async () => {
  const samples = fc.sample(
    fc.tuple(fc.array(fc.constantFrom('ا', 'é', '😀', '𝔄', ' ', 'a'), { maxLength: 30 }), fc.nat(30), fc.nat(30)),
    200,
  )
  const cases = samples.map(([letters, a, b]) => {
    const start = letters.slice(0, Math.min(a, b)).join('').length
    const end = letters.slice(0, Math.max(a, b)).join('').length
    return { text: letters.join(''), start, end }
  })
  const rows = await prisma.$queryRaw<{ words: string }[]>`
    select ${sliceOfDoubled(doubled(Prisma.sql`r.text`), Prisma.sql`r.start`, Prisma.sql`r.end`)} as words
    from json_to_recordset(${JSON.stringify(cases)}::json) as r(text text, start int, "end" int)`
  expect(rows.map(({ words }) => words)).toEqual(cases.map(({ text: whole, start, end }) => whole.slice(start, end)))
})
