/**
 * Days and instants that machines wrote: a crawler's stamp, the date in an address, the date in a record's number.
 * A day is what stands there, an instant only what stands there with its zone; neither is moved.
 */

/** A machine's date: the day as written, the instant where a zone stands beside the time. */
export type Stamp = { readonly day: string; readonly instant: string | null }

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T@\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})?)?$/i
/** As wires write it: 20140829T134951+0000. */
const BASIC_ISO = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i
const PATH_DATE = /\/((?:19|20)\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))(?![\d])/
/** The year, the sections that the story is filed under, month and day: /2013/middle_east/8/3/. */
const FILED_DATE = /\/((?:19|20)\d{2})\/(?:[a-z][^/]*\/){1,3}(\d{1,2})\/(\d{1,2})\//i
const COMPACT_YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/
const COMPACT_DAY_FIRST = /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/
const ID_DASHED = /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/

/** Reads a stamp that is nothing else: 2025-03-03@18:39:16 GMT. Null when the text is more or other than one. */
export function readStamp(text: string): Stamp | null {
  const match = ISO.exec(text.trim()) ?? BASIC_ISO.exec(text.trim())
  if (match === null) return null
  const day = dayOf(match[1], match[2], match[3])
  if (day === null) return null
  if (match[4] === undefined || match[7] === undefined) return { day, instant: null }
  return { day, instant: instantOf(day, match[4], match[5] ?? '00', match[6] ?? '00', match[7]) }
}

/** The day that an address carries: /2024/4/13/, /2024-04-13/, /20180508-title. */
export function dayInUrl(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  const parts = PATH_DATE.exec(path) ?? FILED_DATE.exec(path)
  return (parts === null ? null : dayOf(parts[1], parts[2], parts[3])) ?? yearFirst(path)
}

/** The day that a record's number carries: JA-politic-285-20131029, JA-politic-83-29102013. */
export function dayInId(id: string): string | null {
  const dashed = ID_DASHED.exec(id)
  if (dashed !== null) return dayOf(dashed[1], dashed[2], dashed[3])
  const dayFirst = COMPACT_DAY_FIRST.exec(id)
  return yearFirst(id) ?? (dayFirst === null ? null : dayOf(dayFirst[3], dayFirst[2], dayFirst[1]))
}

/** YYYY-MM-DD when the calendar has such a day, else null. */
function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined || day === undefined) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return null
  }
}

function yearFirst(text: string): string | null {
  const match = COMPACT_YEAR_FIRST.exec(text)
  return match === null ? null : dayOf(match[1], match[2], match[3])
}

function instantOf(day: string, hour: string, minute: string, second: string, zone: string): string | null {
  const offset = /^[+-]/.test(zone) ? zone : 'Z'
  try {
    return Temporal.Instant.from(`${day}T${hour.padStart(2, '0')}:${minute}:${second}${offset}`).toString()
  } catch {
    return null
  }
}
