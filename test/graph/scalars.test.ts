import fc from 'fast-check'
import { type GraphQLScalarType, isScalarType } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'

const scalar = (name: string): GraphQLScalarType => {
  const type = schema.getType(name)
  if (!isScalarType(type)) throw new Error(`no scalar ${name}`)
  return type
}
const [instant, day, url] = [scalar('DateTime'), scalar('Date'), scalar('URL')]
const refusal = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })

test.each([
  ['2025-03-03T18:39:16Z', '2025-03-03T18:39:16Z'],
  ['2025-03-03T21:39:16+03:00', '2025-03-03T18:39:16Z'],
  ['2025-03-03t18:39:16.5z', '2025-03-03T18:39:16.500Z'],
  ['2025-03-03 18:39:16.123456789Z', '2025-03-03T18:39:16.123Z'],
  [1_741_027_156_000, '2025-03-03T18:39:16Z'],
  ['1741027156000', '2025-03-03T18:39:16Z'],
])('the instant %s is %s', (given, expected) => {
  expect(instant.parseValue(given)).toBe(expected)
})

test.each([
  '2025-03-03',
  '2025-03-03T18:39:16',
  '2025-02-30T00:00:00Z',
  '2025-03-03T25:00:00Z',
  '0001-01-01T00:00:00Z',
  'now',
  '',
  true,
  null,
  {},
  Number.NaN,
  1e300,
])('%o is no instant', (given) => {
  expect(() => instant.parseValue(given)).toThrow(refusal)
})

test('any instant goes in and comes out the same', () => {
  const range = { min: new Date('1000-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(range), (date) => {
      const text = String(instant.parseValue(date.toISOString()))
      expect(Date.parse(text)).toBe(date.getTime())
      expect(instant.parseValue(instant.serialize(text))).toBe(text)
      expect(instant.parseValue(date.getTime())).toBe(text)
    }),
  )
})

test('a day is a day of the calendar', () => {
  expect(day.parseValue('2024-02-29')).toBe('2024-02-29')
  for (const given of ['2025-02-29', '2025-2-1', '2025-02-01T00:00:00Z', '٢٠٢٥-٠٢-٠١', 5, null]) {
    expect(() => day.parseValue(given)).toThrow(refusal)
  }
})

test('an address is absolute, and of the web', () => {
  for (const given of ['https://example.org/a?b=ج#c', 'http://[::1]:8080/']) expect(url.parseValue(given)).toBe(given)
  for (const given of ['/a', 'ftp://example.org', 'javascript:alert(1)', 'https://', '', 5]) {
    expect(() => url.parseValue(given)).toThrow(refusal)
  }
})
