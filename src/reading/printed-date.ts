/**
 * The date that a page prints, in whatever way: a machine's stamp or words that a person reads. The calendar day is the
 * outlet's own and is never moved by a zone. Where a line names its day in both calendars, the Gregorian name counts:
 * a Hijri day depends on whose moon was seen.
 */
import { dateLineWords } from '../lexicon/date-line-words.ts'
import { weekdays } from '../lexicon/weekdays.ts'
import { foldKey } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import { tokenize } from '../text/tokens.ts'
import { type PrintedDate, readPrintedDate } from '../time/printed-date.ts'
import { creditRole } from './credit-names.ts'
import type { Line } from './lines.ts'
import { readMailDate } from './mail-dates.ts'
import { readStamp } from './stamps.ts'

/** A date as a page gives it. */
export type PageDate = {
  /** YYYY-MM-DD. */
  readonly day: string
  /** RFC 3339, where time and zone are printed. */
  readonly instant: string | null
  /** One sentence when the printed weekday is another day's. */
  readonly contradiction: string | null
  /** What else somebody who relies on the day should know. */
  readonly remarks?: readonly DateRemark[]
}

/** A stable code and one sentence. */
type DateRemark = { readonly code: 'DATE_BY_HIJRI_CALENDAR' | 'DATES_CONTRADICT'; readonly message: string }

const WEEKDAYS: ReadonlySet<string> = new Set(weekdays.map((weekday) => foldKey(weekday.form)))
const MOST_DATE_WORDS = 16
const MOST_DATES = 3
const MOST_TIME_WORDS = 5
const MILLISECONDS_A_DAY = 86_400_000
/** Days between the calendars' names of one day. */
const MOON = 1
const MOST_APART = 31
const CLOCK = /\p{N}[:.]\p{N}{2}/u

/** Reads a date that a page or a record gives. Null when there is none. */
export function readDate(text: string): PageDate | null {
  const stamp = readStamp(text)
  if (stamp !== null) {
    const { day, instant, calendar } = stamp
    return { day, instant, contradiction: null, ...(calendar === 'gregory' ? {} : { remarks: [byHijri(text, day)] }) }
  }
  const mail = readMailDate(text)
  if (mail !== null) return mail
  const dates = datesOf(text)
  const gregorian = dates.find((found) => found.calendar === 'gregory')
  const hijri = dates.find((found) => found.calendar !== 'gregory')
  const date = gregorian ?? hijri
  if (date === undefined) return null
  const { day, instant, contradiction } = date
  return { day, instant, contradiction, remarks: remarksOn(text, gregorian, hijri) }
}

/** True for a line that is a date, with the place where it was written at most: "الجزائر في 30 جوان 2017". */
export function isDateLine(line: Line): boolean {
  if (line.words > MOST_DATE_WORDS || !/\p{N}/u.test(line.text)) return false
  if (readStamp(line.text) !== null || readMailDate(line.text) !== null) return true
  const dates = datesOf(line.text)
  if (dates.length === 0) return false
  const outside = tokenize(without(line.text, dates)).filter(
    (token) => token.kind === 'WORD' && !dateLineWords.has(token.key) && !WEEKDAYS.has(token.key),
  )
  return outside.length === 0 || creditRole(outside.map((token) => token.text).join(' ')) === 'PLACE'
}

/** True for a line that is a time of day, or how long ago something was, and nothing else. */
export function isTimeLine(line: Line): boolean {
  if (line.words > MOST_TIME_WORDS || !/\p{N}/u.test(line.text)) return false
  const words = tokenize(line.text).filter((token) => token.kind === 'WORD')
  return words.every((word) => dateLineWords.has(word.key)) && (words.length > 0 || CLOCK.test(line.text))
}

/** What a day told in the Hijri calendar, alone or beside the Gregorian one, leaves open. */
function remarksOn(text: string, gregorian?: PrintedDate, hijri?: PrintedDate): DateRemark[] {
  if (hijri === undefined) return []
  if (gregorian === undefined) return [byHijri(text.slice(hijri.span.start, hijri.span.end), hijri.day)]
  const apart = Math.abs(Date.parse(gregorian.day) - Date.parse(hijri.day)) / MILLISECONDS_A_DAY
  // Moons are seen a day sooner or later; dates further apart than a month are of two things.
  if (apart <= MOON || apart > MOST_APART) return []
  const message = `The page gives its day twice, as ${gregorian.day} and by the Hijri calendar as ${hijri.day}; the first is kept.`
  return [{ code: 'DATES_CONTRADICT', message }]
}

function byHijri(words: string, day: string): DateRemark {
  const message = `The page gives its day by the Hijri calendar alone: "${words.trim()}" is ${day} by Umm al-Qura, and may be the day before or after by the moon of its country.`
  return { code: 'DATE_BY_HIJRI_CALENDAR', message }
}

/** The dates of a text, each read with the ones before it blotted out. */
function datesOf(text: string): PrintedDate[] {
  const dates: PrintedDate[] = []
  for (let rest = text; dates.length < MOST_DATES; ) {
    const date = readPrintedDate(rest)
    if (date === null) break
    dates.push(date)
    rest = without(rest, [date])
  }
  return dates
}

function without(text: string, dates: readonly { readonly span: Span }[]): string {
  let rest = text
  for (const { span } of dates)
    rest = rest.slice(0, span.start) + '|'.repeat(span.end - span.start) + rest.slice(span.end)
  return rest
}
