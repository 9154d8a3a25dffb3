import { expect, test } from 'vitest'
import { readHttpDate, readRetryAfter } from '../../src/ingest/http-date.ts'

const now = Date.parse('2019-05-10T08:00:00Z')

test.each([
  ['Fri, 10 May 2019 08:00:00 GMT', now],
  ['Fri, 10 May 2019 08:00:00 +0300', null],
  ['Fri, 99 May 2019 08:00:00 GMT', null],
  ['2019-05-10T08:00:00Z', null],
  ['', null],
  [undefined, null],
])('Date: %s', (header, instant) => {
  expect(readHttpDate(header)).toBe(instant)
})

test.each([
  ['120', 120],
  ['0', 0],
  ['Fri, 10 May 2019 08:02:00 GMT', 120],
  ['Fri, 10 May 2019 07:00:00 GMT', 0],
  ['999999999', 86_400],
  ['-1', null],
  ['1e9', null],
  ['soon', null],
  [undefined, null],
])('Retry-After: %s', (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds)
})
