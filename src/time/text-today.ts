/**
 * Finds the day that a text calls today. Pages print the day on which they were made, and the text may be older:
 * a page of Saturday says "today, Friday". Every relative day with its weekday votes for a weekday of today.
 */
import type { Span } from '../text/span.ts'
import { type EpochDay, isoDay, parseIsoDay, weekdayAtOrBefore, weekdayOf } from './calendar.ts'
import { resolvePartial } from './partial-date.ts'
import type { TimeMatch } from './rule.ts'

/** A today with what it rests on. */
export type TextToday = {
  readonly day: EpochDay | null
  /** The text itself told it, and the page another day. */
  readonly fromText: boolean
  readonly contradiction: { readonly message: string; readonly span: Span } | null
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** A text is at most this much older than its page, where it calls a weekday today. */
const OLDER = 3
/** A dateline stands within the first letters of a text. */
const DATELINE = 60

/** The text's today, by its own words first and the page's day else. */
export function findToday(text: string, matches: readonly TimeMatch[], publishedOn: EpochDay | null): TextToday {
  const stated = statedToday(matches)
  if (stated !== null) return { day: stated, fromText: stated !== publishedOn, contradiction: null }
  if (publishedOn === null) return { day: null, fromText: false, contradiction: null }
  const vote = voteForWeekday(matches, weekdayOf(publishedOn))
  if (vote !== null && vote.weekday !== weekdayOf(publishedOn)) {
    const day = nearestBefore(publishedOn, vote.weekday)
    return { day, fromText: true, contradiction: contradict(vote, publishedOn, day) }
  }
  const line = vote === null ? datelineDay(text, matches, publishedOn) : null
  return { day: line ?? publishedOn, fromText: line !== null && line !== publishedOn, contradiction: null }
}

/** The English name of an ISO weekday. */
export function weekdayName(weekday: number): string {
  return NAMES[weekday - 1] ?? ''
}

/** "Today, Monday 22 Rabi al-Akhir 1437" needs no page. */
function statedToday(matches: readonly TimeMatch[]): EpochDay | null {
  for (const { meaning } of matches) {
    if (meaning.kind !== 'DAY' || meaning.date?.year == null) continue
    const date = resolvePartial(meaning.date, { today: null, basis: 'STATED', before: null }, null, '')
    const day = date?.precision === 'DAY' ? parseIsoDay(date.edtf) : null
    if (day !== null) return day - meaning.days
  }
  return null
}

function voteForWeekday(matches: readonly TimeMatch[], printed: number): { weekday: number; match: TimeMatch } | null {
  const votes = new Map<number, { count: number; match: TimeMatch }>()
  for (const match of matches) {
    const { meaning } = match
    if (meaning.kind !== 'DAY' || meaning.weekday === null) continue
    const weekday = ((((meaning.weekday - 1 - meaning.days) % 7) + 7) % 7) + 1
    const vote = votes.get(weekday)
    votes.set(weekday, { count: (vote?.count ?? 0) + 1, match: vote?.match ?? match })
  }
  let winner: { weekday: number; count: number; match: TimeMatch } | null = null
  for (const [weekday, { count, match }] of votes) {
    const more = winner === null || count > winner.count || (count === winner.count && weekday === printed)
    if (more) winner = { weekday, count, match }
  }
  return winner
}

function nearestBefore(publishedOn: EpochDay, weekday: number): EpochDay {
  const before = weekdayAtOrBefore(publishedOn, weekday)
  return publishedOn - before <= OLDER ? before : before + 7
}

function contradict(vote: { weekday: number; match: TimeMatch }, publishedOn: EpochDay, day: EpochDay) {
  const page = `${weekdayName(weekdayOf(publishedOn))} ${isoDay(publishedOn)}`
  const name = weekdayName(vote.weekday)
  return {
    message: `The text calls its day ${name}, but the page prints ${page}; the text's today is taken to be ${name} ${isoDay(day)}.`,
    span: { start: vote.match.start, end: vote.match.end },
  }
}

/** A dateline (ATHENS, May 24 -) that is a day or two older than the page. */
function datelineDay(text: string, matches: readonly TimeMatch[], publishedOn: EpochDay): EpochDay | null {
  const first = matches[0]
  if (first === undefined || first.meaning.kind !== 'DATE' || first.end > DATELINE) return null
  if (!/^\s*(\([^)]*\))?\s*[-–—:/]/u.test(text.slice(first.end, first.end + DATELINE))) return null
  const { date } = first.meaning
  if (date.day === null) return null
  const found = resolvePartial(date, { today: publishedOn, basis: 'STATED', before: null }, 'PAST', '')
  const day = found?.precision === 'DAY' ? parseIsoDay(found.edtf) : null
  return day !== null && day <= publishedOn && publishedOn - day <= OLDER ? day : null
}
