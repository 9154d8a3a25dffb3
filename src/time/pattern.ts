/**
 * Patterns over tokens: a rule names its parts in reading order and gets them back by these names. There is no regular
 * expression over text and no group number. Only the first part may carry proclitics; the span leaves them out.
 */
import type { Span } from '../text/span.ts'
import type { Calendar } from './fuzzy-date.ts'
import type { TimeText, TimeWord, WordKind } from './words.ts'

/** One way to match: the value, where it stands, and the token behind it. */
type Piece<V> = Span & { readonly value: V; readonly next: number }

/** Tries to match at a token; all ways, best first, few. */
export type Matcher<V> = (text: TimeText, at: number, first: boolean) => readonly Piece<V>[]

/** Matchers in reading order, by the names of the parts that they read; optional ones may read null. */
export type Shape<P> = { readonly [Name in keyof P]: Matcher<P[Name]> }

/** A year with the calendar that it is counted in. */
export type Year = { readonly year: number; readonly calendar: Calendar }

/** A word of time of one of these kinds; `where` narrows it. */
export function word(
  kinds: WordKind | readonly WordKind[],
  where: (word: TimeWord) => boolean = () => true,
): Matcher<TimeWord> {
  const wanted: readonly string[] = typeof kinds === 'string' ? [kinds] : kinds
  return (text, at, first) => {
    const found: Piece<TimeWord>[] = []
    for (const { start, end, reading, tokens, values } of text.words[at] ?? []) {
      if (reading !== null && !first) continue
      // A weak word with letters taken off is most often another word: باب is "door", not "in August".
      const isLoose = reading === null || reading.prefixes.join('') === 'و'
      for (const value of values) {
        if (!wanted.includes(value.kind) || !(isLoose || value.strength !== 'weak') || !where(value)) continue
        found.push({ start, end, value, next: at + tokens })
      }
    }
    return found
  }
}

/** Any of these tokens, by folded key. */
export function literal(...keys: readonly string[]): Matcher<string> {
  return (text, at) => {
    const token = text.tokens[at]
    if (token === undefined || !keys.includes(token.key)) return []
    return [{ start: token.start, end: token.end, value: token.key, next: at + 1 }]
  }
}

/** A whole number in digits, of at most four of them. */
export function digits(least: number, most: number, fewest = 1): Matcher<number> {
  return (text, at) => {
    const token = text.tokens[at]
    if (token === undefined || token.kind !== 'NUMBER' || !/^\d{1,4}$/u.test(token.key)) return []
    const value = Number(token.key)
    if (token.key.length < fewest || value < least || value > most) return []
    return [{ start: token.start, end: token.end, value, next: at + 1 }]
  }
}

/** The first of these that matches, then the others. */
export function oneOf<V>(...matchers: readonly Matcher<V>[]): Matcher<V> {
  return (text, at, first) => {
    const found: Piece<V>[] = []
    for (const matcher of matchers) found.push(...matcher(text, at, first))
    return found
  }
}

/** With it where it matches, else without. */
export function optional<V>(matcher: Matcher<V>): Matcher<V | null> {
  return (text, at, first) => {
    const start = text.tokens[at]?.start ?? 0
    return [...matcher(text, at, first), { start, end: start, value: null, next: at }]
  }
}

/** Several parts as one. */
export function sequence<P>(shape: Shape<P>): Matcher<P> {
  const names = Object.keys(shape)
  const matchers: readonly Matcher<unknown>[] = Object.values(shape)
  return (text, at, first) => {
    const pieces = follow(matchers, text, at, 0, first)
    const present = pieces?.filter((piece) => piece.end > piece.start) ?? []
    const begin = present[0]
    const last = present[present.length - 1]
    if (pieces === null || begin === undefined || last === undefined) return []
    const value = Object.fromEntries(names.map((name, i) => [name, pieces[i]?.value ?? null])) as P
    return [{ start: begin.start, end: last.end, value, next: last.next }]
  }
}

/** The same match with another value; null takes it back. */
export function map<V, W>(matcher: Matcher<V>, change: (value: V) => W | null): Matcher<W> {
  return (text, at, first) =>
    matcher(text, at, first).flatMap((piece) => {
      const value = change(piece.value)
      return value === null ? [] : [{ ...piece, value }]
    })
}

function follow(
  matchers: readonly Matcher<unknown>[],
  text: TimeText,
  at: number,
  part: number,
  first: boolean,
): Piece<unknown>[] | null {
  const matcher = matchers[part]
  if (matcher === undefined) return []
  for (const piece of matcher(text, at, first)) {
    const rest = follow(matchers, text, piece.next, part + 1, first && piece.next === at)
    if (rest !== null) return [piece, ...rest]
  }
  return null
}
