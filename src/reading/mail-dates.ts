/**
 * Dates as mail programs, old servers and most feeds write them (RFC 822 and what became of it), and days in figures with
 * dots: "Fri, 19 Nov 2021 01:45:08 +02:00", "WED,23 MAY 2012 02:23:01", "Fri Mar 13 21:30:09 EST 2015", "05.04.2025".
 * The weekday is not believed. A zone that has no single meaning leaves the instant open.
 */
import { mailMonths } from '../lexicon/mail-months.ts'
import { foldKey } from '../text/fold.ts'
import { instantOn, offsetMinutes } from '../time/instant.ts'
import type { PageDate } from './printed-date.ts'

const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Hours ahead of UTC by name, from RFC 822; the names of other zones are shared by several. */
const ZONES: Readonly<Record<string, number>> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}
const WEEKDAY = '(?:[\\p{Script=Latin}-]{2,12}\\.?\\s*,?\\s*)?'
const TIME = '(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?'
const ZONE = '(?:(?:gmt|utc)?([+-]\\d{1,2}:?\\d{2})|([a-z]{1,5}))'
const MAIL = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:er|st|nd|rd|th|\\.)?[\\s-]+(\\p{Script=Latin}{3,10})\\.?[\\s-]+(\\d{4}|\\d{2})(?:[\\sT,]+${TIME}(?:\\s*${ZONE})?)?\\s*(?:\\([^)]*\\))?$`,
  'iu',
)
const SERVER = new RegExp(`^[a-z]{3,9}\\s+([a-z]{3})\\s+(\\d{1,2})\\s+${TIME}(?:\\s+${ZONE})?\\s+(\\d{4})$`, 'i')
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?:\s+(?:\d{1,2}:\d{2}(?::\d{2})?))?$/
const UTC = /^(?:ut|utc|gmt|z)$/i
const LONGEST = 80

/** Reads such a date; null when the text is none. */
export function readMailDate(text: string): PageDate | null {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length > LONGEST) return null
  const mail = MAIL.exec(line)
  if (mail !== null) {
    const [, day, month, year, hour, minute, second, offset, zone] = mail
    return dateOf(year, monthOf(month), day, { hour, minute, second, offset, zone })
  }
  const server = SERVER.exec(line)
  if (server !== null) {
    const [, month, day, hour, minute, second, offset, zone, year] = server
    // Outside mail a zone's letters are the writer's own: EST is Sydney's as well as New York's.
    return dateOf(year, monthOf(month), day, { hour, minute, second, offset, zone: UTC.test(zone ?? '') ? zone : '' })
  }
  const dotted = DOTTED.exec(line)
  return dotted === null ? null : dateOf(dotted[3], Number(dotted[2]), dotted[1], {})
}

type Clock = { readonly [Part in 'hour' | 'minute' | 'second' | 'offset' | 'zone']?: string | undefined }

function dateOf(
  year: string | undefined,
  month: number | null,
  day: string | undefined,
  clock: Clock,
): PageDate | null {
  if (year === undefined || month === null || day === undefined) return null
  const full = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)
  try {
    const date = Temporal.PlainDate.from({ year: full, month, day: Number(day) }, { overflow: 'reject' }).toString()
    return { day: date, instant: instantOf(date, clock), contradiction: null }
  } catch {
    return null
  }
}

function instantOf(day: string, { hour, minute, second, offset, zone = '' }: Clock): string | null {
  if (hour === undefined) return null
  const hours = ZONES[zone.toLowerCase()]
  const ahead = offsetMinutes(offset ?? zone) ?? (hours === undefined ? null : hours * 60)
  return instantOn(day, { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0), offset: ahead })
}

function monthOf(name: string | undefined): number | null {
  const key = foldKey(name ?? '')
  const at = MONTHS.indexOf(key.slice(0, 3))
  return at < 0 ? (mailMonths.get(key.slice(0, 4)) ?? mailMonths.get(key.slice(0, 3)) ?? null) : at + 1
}
