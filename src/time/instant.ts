/** A moment out of a printed day, its time and its zone. */
import type { Clock } from './clock.ts'

const MINUTE = 60_000
const LARGEST_OFFSET = 14 * 60

/** RFC 3339 in UTC; null without a zone, and for a time that no clock shows. 24:00 is the end of the printed day. */
export function instantOn(day: string, { hour, minute, second, offset }: Clock): string | null {
  const isEndOfDay = hour === 24 && minute === 0 && second === 0
  if (offset === null || minute > 59 || second > 60 || (hour > 23 && !isEndOfDay)) return null
  // A leap second is in no calendar of a computer: the moment before it stands for it.
  const local = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * MINUTE + Math.min(second, 59) * 1000
  return new Date(local - offset * MINUTE).toISOString().replace('.000Z', 'Z')
}

/** Minutes ahead of UTC of Z, +03, +0300, +03:00, −3:00; null when it is none of these. */
export function offsetMinutes(zone: string): number | null {
  if (/^(?:z|ut|utc|gmt)$/iu.test(zone)) return 0
  const [, sign, hours, minutes = '0'] = /^([+\-−])(\d{1,2}):?(\d{2})?$/u.exec(zone) ?? []
  if (sign === undefined) return null
  const offset = Number(hours) * 60 + Number(minutes)
  if (offset > LARGEST_OFFSET || Number(minutes) > 59) return null
  return sign === '+' ? offset : -offset
}
