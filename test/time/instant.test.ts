import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantOn, offsetMinutes } from '../../src/time/instant.ts'

const clock = { hour: 10, minute: 0, second: 0, offset: 0 }

it.each([
  ['Z', 0],
  ['gmt', 0],
  ['+03', 180],
  ['+3', 180],
  ['+0330', 210],
  ['-05:00', -300],
  ['−05:00', -300],
  ['+15:00', null],
  ['+03:75', null],
  ['EST', null],
  ['', null],
])('%j is %j minutes ahead', (zone, minutes) => {
  expect(offsetMinutes(zone)).toBe(minutes)
})

it('is the end of the day at 24:00, and null at times that there are not', () => {
  expect(instantOn('2024-12-31', { ...clock, hour: 24 })).toBe('2025-01-01T00:00:00Z')
  expect(instantOn('2016-12-31', { ...clock, hour: 23, minute: 59, second: 60 })).toBe('2016-12-31T23:59:59Z')
  for (const wrong of [{ hour: 25 }, { hour: 24, minute: 1 }, { minute: 60 }, { second: 61 }, { offset: null }])
    expect(instantOn('2025-02-01', { ...clock, ...wrong })).toBeNull()
})

it('is what Temporal says', () => {
  const whole = (max: number) => fc.integer({ min: 0, max })
  const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 })
  fc.assert(
    fc.property(whole(23), whole(59), whole(59), offsets, (hour, minute, second, offset) => {
      const moment = Temporal.PlainDateTime.from({ year: 2025, month: 2, day: 1, hour, minute, second })
      const expected = moment.subtract({ minutes: offset }).toString()
      expect(instantOn('2025-02-01', { hour, minute, second, offset })?.slice(0, -1)).toBe(expected)
    }),
  )
})
