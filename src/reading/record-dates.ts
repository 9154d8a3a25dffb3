/**
 * A record's date: as people print it, and as programs store it: seconds or milliseconds since 1970, digits run together,
 * day and month in the order of the program's country, which only a column of them tells.
 */
import { type PageDate, readDate } from './printed-date.ts'

const SINCE_1970 = /^(?:\/Date\()?(\d{10}|\d{13})(?:\.\d{1,6}|[+-]\d{4})?(?:\)\/)?$/
const MILLISECONDS = 13
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?$/
const BY_SLASHES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?=\D|$)/
const MOST_MONTHS = 12
/** Two digits of a year: later ones are of the century before. */
const LAST_YEAR = 69

/** Reads a record's date; null when there is none. */
export function readRecordDate(text: string, monthFirst: boolean): PageDate | null {
  const value = text.trim()
  return sinceEpoch(value) ?? compact(value) ?? bySlashes(value, monthFirst) ?? readDate(value)
}

/** Whether the dates of a column are written month first: one of them has a day in second place, and none in first. */
export function isMonthFirst(dates: Iterable<string>): boolean {
  let second = false
  for (const date of dates) {
    const parts = BY_SLASHES.exec(date.trim())
    if (parts === null) continue
    if (Number(parts[1]) > MOST_MONTHS) return false
    second ||= Number(parts[2]) > MOST_MONTHS
  }
  return second
}

function sinceEpoch(text: string): PageDate | null {
  const digits = SINCE_1970.exec(text)?.[1]
  if (digits === undefined) return null
  const milliseconds = digits.length === MILLISECONDS ? Number(digits) : Number(digits) * 1000
  const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ smallestUnit: 'second' })
  return { day: instant.slice(0, 10), instant, contradiction: null }
}

function compact(text: string): PageDate | null {
  const [, year, month, day, hour, minute, second = '00', zone] = COMPACT.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = dayOf(Number(year), Number(month), Number(day))
  if (date === null) return null
  const timed = zone !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  return { day: date, instant: timed ? `${date}T${hour}:${minute}:${second}Z` : null, contradiction: null }
}

/** Only what the grammar of printed dates does not read, or would read day first. */
function bySlashes(text: string, monthFirst: boolean): PageDate | null {
  const parts = BY_SLASHES.exec(text)
  if (parts === null || (!monthFirst && parts[3]?.length === 4)) return null
  const [first, second, given] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const year = parts[3]?.length === 4 ? given : given + (given > LAST_YEAR ? 1900 : 2000)
  const day = monthFirst ? dayOf(year, first, second) : dayOf(year, second, first)
  return day === null ? null : { day, instant: null, contradiction: null }
}

function dayOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
