/**
 * Every way to read an Arabic word: as it stands, then with proclitics taken off, then with a pronoun suffix taken off.
 * These are hypotheses and nothing here decides between them: whoever looks words up takes a reading only when it knows
 * what is left, and prefers the word as it stands (وليد, بشار, لبنان, كوبا are names, not prefixes with a rest).
 *
 * Proclitics: و ف (and), then ب ل ك (in, to, like) or س (will, before a present verb), then the article ال, which
 * melts with ل into لل.
 */
import { fold } from './fold.ts'
import { oncePerWord } from './once-per-word.ts'
import type { Token } from './tokens.ts'

/** One way to read a word. Positions are in the text that the token stands in. */
export type CliticReading = {
  /** Proclitics taken off, outermost first, the article not among them. */
  readonly prefixes: readonly string[]
  /** The rest begins with the article. */
  readonly article: boolean
  /** Pronoun suffix taken off, folded. */
  readonly suffix: string | null
  /** Where the rest starts: at the article where there is one, at the fused word where ل has swallowed it. */
  readonly start: number
  readonly end: number
  /** The rest folded, with ال written out where there is an article. */
  readonly key: string
  /** The rest folded, without ال. */
  readonly bareKey: string
}

/** `at`: where the rest begins in the key; `from`: where its span does. They differ where ل has melted with the article. */
type Cut = { readonly prefixes: readonly string[]; readonly from: number; readonly at: number; readonly fused: boolean }

/** The article as it is folded. */
export const ARTICLE = 'ال'
const CONJUNCTIONS = 'وف'
const PREPOSITIONS = 'بلك'
const FUTURE = 'س'
const PRESENT_LETTERS = 'ينتا'
/** Pronouns as they are written on to a word, longest first. */
export const PRONOUN_SUFFIXES = ['هما', 'هم', 'هن', 'ها', 'كما', 'كم', 'كن', 'نا', 'ه', 'ك', 'ي']
const SHORTEST_REST = 2

/** All readings of a token, the word as it stands first; words of other scripts have that one only. */
export function cliticReadings(token: Token): readonly CliticReading[] {
  return allReadings(token).map((reading) => moved(reading, token.start))
}

/** The readings without those that take a suffix off: names carry proclitics, hardly ever pronouns. */
export function prefixReadings(token: Token): readonly CliticReading[] {
  return wordReadings(token).map((reading) => moved(reading, token.start))
}

/** The same, as positions in the word itself: for who asks what a word may be and not yet where. */
export const wordReadings: (token: Token) => readonly CliticReading[] = oncePerWord(readPrefixes)

const allReadings = oncePerWord((token): readonly CliticReading[] => {
  if (token.kind !== 'WORD' || token.script !== 'ARABIC') return [wholeReading(token, false)]
  const readings = readPrefixes(token)
  return [...readings, ...readings.flatMap((reading) => suffixReadings(token, reading))]
})

/** A reading of a word that stands at `start`. */
export function moved(reading: CliticReading, start: number): CliticReading {
  return { ...reading, start: reading.start + start, end: reading.end + start }
}

function readPrefixes(token: Token): readonly CliticReading[] {
  const whole = wholeReading(token, isArticle(token, 0))
  if (token.script !== 'ARABIC' || !mayCarryProclitic(token.key)) return [whole]
  const readings = [whole]
  for (const cut of cuts(token.key)) {
    const rest = token.key.slice(cut.at)
    const article = cut.fused || isArticle(token, cut.at)
    readings.push({
      prefixes: cut.prefixes,
      article,
      suffix: null,
      start: sourceAt(token, cut.from),
      end: token.end,
      key: cut.fused ? ARTICLE + rest : rest,
      bareKey: article && !cut.fused ? rest.slice(ARTICLE.length) : rest,
    })
  }
  return readings
}

function wholeReading(token: Token, article: boolean): CliticReading {
  return {
    prefixes: [],
    article,
    suffix: null,
    start: token.start,
    end: token.end,
    key: token.key,
    bareKey: article ? token.key.slice(ARTICLE.length) : token.key,
  }
}

function mayCarryProclitic(key: string): boolean {
  const first = key.charAt(0)
  return key.length > SHORTEST_REST && (CONJUNCTIONS + PREPOSITIONS + FUTURE).includes(first)
}

/** Places where proclitics may end, shortest chain first. */
function cuts(key: string): Cut[] {
  const found: Cut[] = []
  addPrepositions(key, 0, [], found)
  const first = key.charAt(0)
  if (CONJUNCTIONS.includes(first)) {
    if (key.length > SHORTEST_REST) found.push({ prefixes: [first], from: 1, at: 1, fused: false })
    addPrepositions(key, 1, [first], found)
  }
  return found
}

function addPrepositions(key: string, at: number, before: readonly string[], found: Cut[]): void {
  const letter = key.charAt(at)
  const prefixes = [...before, letter]
  if (key.length - at <= SHORTEST_REST || letter === '') return
  if (PREPOSITIONS.includes(letter)) {
    found.push({ prefixes, from: at + 1, at: at + 1, fused: false })
    if (letter === 'ل' && key.charAt(at + 1) === 'ل' && key.length - at > SHORTEST_REST + 1) {
      found.push({ prefixes, from: at, at: at + 2, fused: true })
      // للجنة is ل + ال + لجنة: three lams are written as two.
      found.push({ prefixes, from: at, at: at + 1, fused: true })
    }
  } else if (letter === FUTURE && PRESENT_LETTERS.includes(key.charAt(at + 1))) {
    found.push({ prefixes, from: at + 1, at: at + 1, fused: false })
  }
}

/** An article is written with a bare alef; ألمانيا and إلياس, which fold alike, have none. */
function isArticle(token: Token, at: number): boolean {
  if (!token.key.startsWith(ARTICLE, at) || token.key.length - at < ARTICLE.length + SHORTEST_REST) return false
  const letter = token.text.charAt(sourceAt(token, at) - token.start)
  return !'أإآ'.includes(letter)
}

/** Position in the text of the letter `at` of the token's key. */
function sourceAt(token: Token, at: number): number {
  if (token.text.length === token.key.length) return token.start + at
  return token.start + (fold(token.text).starts[at] ?? 0)
}

function suffixReadings(token: Token, reading: CliticReading): CliticReading[] {
  if (reading.article) return []
  const found: CliticReading[] = []
  for (const suffix of PRONOUN_SUFFIXES) {
    const rest = reading.key.slice(0, -suffix.length)
    if (!reading.key.endsWith(suffix) || rest.length < SHORTEST_REST) continue
    const end = sourceEnd(token, token.key.length - suffix.length)
    found.push({ ...reading, suffix, end, key: rest, bareKey: rest })
    // Teh marbuta opens before a pronoun: وزارته is وزارة + ه.
    if (rest.endsWith('ت')) {
      const feminine = `${rest.slice(0, -1)}ه`
      found.push({ ...reading, suffix, end, key: feminine, bareKey: feminine })
    }
  }
  return found
}

function sourceEnd(token: Token, at: number): number {
  if (token.text.length === token.key.length) return token.start + at
  return token.start + (fold(token.text).ends[at - 1] ?? 0)
}
