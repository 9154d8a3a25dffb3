/** Reads every expression of time in a text and says which day it means. */
import type { Span } from '../text/span.ts'
import type { Token } from '../text/tokens.ts'
import { type EpochDay, isoDay, parseIsoDay, weekdayOf } from './calendar.ts'
import { findTimes } from './find-times.ts'
import type { DateBasis, TimeExpression } from './fuzzy-date.ts'
import type { TimeMeaning } from './meaning.ts'
import { type Anchor, resolve } from './resolve.ts'
import type { TimeMatch } from './rule.ts'
import { type Tense, tenseAround } from './tense.ts'
import { findToday, weekdayName } from './text-today.ts'
import { readTimeText, type TimeText } from './words.ts'

/** What the page around a text tells. */
export type TimeContext = {
  /** The printed day, YYYY-MM-DD. */
  readonly publishedOn: string | null
  /** BCP 47. */
  readonly language: string
}

/** Two statements about one day that cannot both be true, in one English sentence. */
type TimeContradiction = { readonly message: string; readonly span: Span }

export type TextTimes = {
  /** In text order, none overlapping another. */
  readonly expressions: readonly TimeExpression[]
  /** The day that the text calls today, YYYY-MM-DD. */
  readonly today: string | null
  readonly contradictions: readonly TimeContradiction[]
}

/** A sentence; its tokens where they have been cut already. */
type TimeSentence = Span & { readonly tokens?: readonly Token[] }

type Found = { readonly match: TimeMatch; readonly tense: Tense | null }

/** Reads the expressions in the given sentences of `text`; the same input always gives the same answer. */
export function readTimes(text: string, sentences: readonly TimeSentence[], context: TimeContext): TextTimes {
  const found: Found[] = sentences.flatMap((sentence) => {
    const timeText = readTimeText(text, sentence, sentence.tokens)
    return findTimes(timeText).map((match) => ({
      match,
      tense: tenseOf(timeText, match),
    }))
  })
  const publishedOn = context.publishedOn === null ? null : parseIsoDay(context.publishedOn)
  const matches = found.map(({ match }) => match)
  const today = findToday(text, matches, publishedOn)
  const basis: DateBasis = today.fromText ? 'RELATIVE_TO_TEXT' : 'RELATIVE_TO_PUBLICATION'
  const contradictions: TimeContradiction[] = today.contradiction === null ? [] : [today.contradiction]
  const expressions: TimeExpression[] = []
  let before: EpochDay | null = null
  for (const { match, tense } of found) {
    const anchor: Anchor = { today: today.day, basis, before }
    const words = text.slice(match.start, match.end)
    const gap = text.slice(expressions.at(-1)?.end ?? match.start, match.start)
    const date = resolve(inApposition(match.meaning, before, today.day, gap), anchor, tense, words)
    expressions.push({ start: match.start, end: match.end, text: words, date, rule: match.rule })
    const day = date?.precision === 'DAY' ? parseIsoDay(date.edtf) : null
    if (day === null) continue
    before = day
    const told = toldWeekday(match.meaning)
    if (told !== null && weekdayOf(day) !== told) contradictions.push(contradict(match, words, day, told))
    else if (isMoved(match.meaning, today.day, day)) contradictions.push(contradictCount(match, words, day))
  }
  return { expressions, today: today.day === null ? null : isoDay(today.day), contradictions }
}

/** A preposition beside the words outweighs a verb further off: "since" looks back, "until" and "by" ahead. */
function tenseOf(text: TimeText, match: TimeMatch): Tense | null {
  const preposition = (text.words[match.firstToken - 1] ?? [])
    .flatMap(({ values }) => values)
    .find(({ kind, value }) => kind === 'PREPOSITION' && value !== 0)
  if (preposition !== undefined) return preposition.value < 0 ? 'PAST' : 'FUTURE'
  return tenseAround(text.tokens, match.firstToken, match.next)
}

/** "Tomorrow, Thursday, …": a bare weekday behind a comma that is the weekday of the day just told is that day. */
function inApposition(meaning: TimeMeaning, before: EpochDay | null, today: EpochDay | null, gap: string): TimeMeaning {
  if (meaning.kind !== 'WEEKDAY' || meaning.direction !== null || meaning.to !== null) return meaning
  if (before === null || today === null || weekdayOf(before) !== meaning.weekday || !/^[،,]\s*$/u.test(gap))
    return meaning
  return { kind: 'DAY', days: before - today, weekday: meaning.weekday, date: null }
}

function toldWeekday(meaning: TimeMeaning): number | null {
  if (meaning.kind === 'DATE') return meaning.date.weekday
  return meaning.kind === 'DAY' ? meaning.weekday : null
}

/** The weekday beside "yesterday" was believed rather than the count. */
function isMoved(meaning: TimeMeaning, today: EpochDay | null, day: EpochDay): boolean {
  return meaning.kind === 'DAY' && meaning.date === null && today !== null && day !== today + meaning.days
}

function contradict(match: TimeMatch, words: string, day: EpochDay, told: number): TimeContradiction {
  const message = `"${words}" says ${weekdayName(told)}, but ${isoDay(day)} was a ${weekdayName(weekdayOf(day))}; the date is kept.`
  return { message, span: { start: match.start, end: match.end } }
}

function contradictCount(match: TimeMatch, words: string, day: EpochDay): TimeContradiction {
  const message = `"${words}" is not that many days from the text's today; its weekday is believed, ${isoDay(day)}.`
  return { message, span: { start: match.start, end: match.end } }
}
