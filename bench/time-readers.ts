/** Our grammar of time and chrono-node's, behind one interface. */
import * as chrono from 'chrono-node'
import { splitSentences } from '../src/text/sentences.ts'
import { readPrintedDate } from '../src/time/printed-date.ts'
import { readTimes } from '../src/time/read-times.ts'

/** Words of a text with the date that they mean, as far as it is known: YYYY, YYYY-MM, YYYY-MM-DD; `?` for none. */
export type TimeFound = { readonly start: number; readonly end: number; readonly value: string }

export type TimeReader = {
  readonly name: string
  /** The day that a line prints; null when it finds none. */
  day(line: string): string | null
  /** All expressions in a text of that day. */
  expressions(text: string, publishedOn: string | null, language: string): readonly TimeFound[]
}

/** A day that is named nowhere, for texts without their own. */
const SOME_DAY = '2025-02-01'

export const ours: TimeReader = {
  name: 'Isnad',
  day: (line) => readPrintedDate(line)?.day ?? null,
  expressions: (text, publishedOn, language) =>
    readTimes(text, splitSentences(text), { publishedOn, language }).expressions.map(({ start, end, date }) => ({
      start,
      end,
      value: date?.edtf ?? '?',
    })),
}

export const chronoNode: TimeReader = {
  name: 'chrono-node',
  day(line) {
    const found = [...parse(line, SOME_DAY, 'ar'), ...parse(line, SOME_DAY, 'en')].map(({ start }) => edtfOf(start))
    return found.find((value) => value.length === 10) ?? null
  },
  expressions: (text, publishedOn, language) =>
    parse(text, publishedOn ?? SOME_DAY, language).map(({ index, text: words, start }) => ({
      start: index,
      end: index + words.length,
      value: edtfOf(start),
    })),
}

function parse(text: string, today: string, language: string): readonly chrono.ParsedResult[] {
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 }
  return (language === 'ar' ? chrono.ar : chrono.en).parse(text, reference)
}

/** A day where it names or counts one, else the month or year alone. */
function edtfOf(parsed: chrono.ParsedComponents): string {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => String(parsed.get(part) ?? ''))
  const full = [year?.padStart(4, '0'), month?.padStart(2, '0'), day?.padStart(2, '0')]
  if (parsed.isCertain('day') || parsed.isCertain('weekday') || !parsed.isCertain('year')) return full.join('-')
  return full.slice(0, parsed.isCertain('month') ? 2 : 1).join('-')
}
