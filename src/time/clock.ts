/** Times of the day with their zone, as date lines print them: 18:39:16 +0300, ١:١٦ ص, 02:23 GMT. */
import type { TimeText, TimeWord, WordKind } from './words.ts'

/** A time of the day; `offset` is minutes ahead of UTC, null where no zone is printed. */
export type Clock = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly offset: number | null
}

const LARGEST_OFFSET = 14 * 60

/** The first time of the day in a line; null when there is none. */
export function readClock(text: TimeText): Clock | null {
  for (const at of text.tokens.keys()) {
    const clock = clockAt(text, at)
    if (clock !== null) return clock
  }
  return null
}

function clockAt(text: TimeText, at: number): Clock | null {
  const hour = wholeNumber(text, at, 25)
  const minute = isColon(text, at + 1) ? wholeNumber(text, at + 2, 60) : null
  if (hour === null || minute === null || (text.tokens[at + 2]?.key.length ?? 0) !== 2) return null
  // 24:00 is the end of its day, and no time comes behind it.
  if (hour === 24 && minute !== 0) return null
  let next = at + 3
  let second = 0
  // A fraction of a second stands in the same token and is let go.
  const seconds = isColon(text, next) ? /^(\d{2})(\.\d+)?$/u.exec(text.tokens[next + 1]?.key ?? '') : null
  if (seconds !== null && Number(seconds[1]) <= 60) {
    second = Number(seconds[1])
    next += 2
  }
  const half = wordAt(text, next, 'CLOCK')
  if (half !== null) next += half.tokens
  const hours = half === null || hour > 12 ? hour : (hour % 12) + half.word.value
  return { hour: hours, minute, second, offset: offsetAt(text, next) }
}

/** +0300, +03:00, +3, Z, GMT, GMT+3, (بتوقيت غرينتش). */
function offsetAt(text: TimeText, from: number): number | null {
  const at = text.tokens[from]?.text === '(' ? from + 1 : from
  const zone = wordAt(text, at, 'ZONE')
  const sign = zone === null ? at : at + zone.tokens
  const signed = signedOffset(text, sign)
  return signed ?? zone?.word.value ?? null
}

function signedOffset(text: TimeText, at: number): number | null {
  const sign = text.tokens[at]?.text
  const digits = text.tokens[at + 1]?.key ?? ''
  if ((sign !== '+' && sign !== '-' && sign !== '−') || text.tokens[at]?.end !== text.tokens[at + 1]?.start) return null
  if (!/^(\d{1,2}|\d{4})$/u.test(digits)) return null
  const long = digits.length === 4
  const hours = Number(long ? digits.slice(0, 2) : digits)
  const minutes = long ? Number(digits.slice(2)) : isColon(text, at + 2) ? (wholeNumber(text, at + 3, 60) ?? 0) : 0
  const offset = hours * 60 + minutes
  return offset > LARGEST_OFFSET ? null : sign === '+' ? offset : -offset
}

function wordAt(text: TimeText, at: number, kind: WordKind): { word: TimeWord; tokens: number } | null {
  for (const match of text.words[at] ?? []) {
    const word = match.values.find((value) => value.kind === kind)
    if (word !== undefined) return { word, tokens: match.tokens }
  }
  return null
}

function wholeNumber(text: TimeText, at: number, below: number): number | null {
  const key = text.tokens[at]?.key ?? ''
  return /^\d{1,2}$/u.test(key) && Number(key) < below ? Number(key) : null
}

function isColon(text: TimeText, at: number): boolean {
  return text.tokens[at]?.text === ':'
}
