/** One look-up of everything that an expression of time may be made of, done once a token and shared by all rules. */
import { months } from '../lexicon/months.ts'
import { numbers } from '../lexicon/numbers.ts'
import { type TimeWordKind, timeWords } from '../lexicon/time-words.ts'
import { weekdays } from '../lexicon/weekdays.ts'
import { type PhraseEntry, PhraseIndex, type PhraseMatch } from '../text/phrase-index.ts'
import type { Span } from '../text/span.ts'
import { type Token, tokenize } from '../text/tokens.ts'
import type { Calendar } from './fuzzy-date.ts'

export type WordKind = TimeWordKind | 'MONTH' | 'WEEKDAY' | 'CARDINAL' | 'ORDINAL'

/** What a word of time says. */
export type TimeWord = {
  readonly kind: WordKind
  readonly key: string
  readonly value: number
  readonly strength: string
  /** Of months; the Gregorian one for all else. */
  readonly calendar: Calendar
}

/** A sentence ready to be matched. */
export type TimeText = {
  readonly text: string
  readonly tokens: readonly Token[]
  /** By token: words of time that begin there, longest first. */
  readonly words: readonly (readonly PhraseMatch<TimeWord>[])[]
}

const INDEX: PhraseIndex<TimeWord> = PhraseIndex.of(entries())

/** Looks up every token of `text.slice(span)`. */
export function readTimeText(
  text: string,
  span: Span,
  tokens: readonly Token[] = tokenize(text.slice(span.start, span.end), span.start),
): TimeText {
  return { text, tokens, words: tokens.map((_, i) => INDEX.matchAt(tokens, i)) }
}

function* entries(): Iterable<PhraseEntry<TimeWord>> {
  for (const { form, lang, calendar, month, strength } of months) {
    const value: TimeWord = { kind: 'MONTH', key: `${calendar}-${month}`, value: month, strength, calendar }
    yield { form, value, cased: lang === 'en' }
  }
  for (const { form, lang, weekday, strength } of weekdays) {
    yield { form, value: { ...plain('WEEKDAY', String(weekday), weekday), strength }, cased: lang === 'en' }
  }
  for (const { form, value, kind } of numbers) yield { form, value: plain(kind, String(value), value) }
  for (const { form, key, kind, value } of timeWords) {
    // "its secretary-general": the noun takes article and pronoun, and what follows it is no year.
    const general = kind === 'GENERAL_BEFORE'
    yield { form, value: plain(kind, key, value), article: general, pronoun: general }
  }
}

function plain(kind: WordKind, key: string, value: number): TimeWord {
  return { kind, key, value, strength: 'strong', calendar: 'gregory' }
}
