/**
 * Which old charset a text is in that is no Unicode. What its carrier or itself declares is believed unless the letters
 * say otherwise: pages in windows-1256 that call themselves Latin-1 or ISO-8859-6 are as frequent as honest ones. A
 * reading is good when its words are of one script: Arabic letters throughout, or mostly plain Latin ones with an accent
 * here and there. In the wrong charset, words mix scripts ("انâاçرة", "dىcision") or are all accents ("ÇáÞÇåÑÉ").
 */

/** A text and the charset that it was read in; `declared` when it had been said to be in it. */
export type OldReading = { readonly text: string; readonly charset: string; readonly declared: boolean }

/** Where two readings are as good, the first wins: letters that all of them share are Latin, and 1256 is in use. */
const CANDIDATES = ['windows-1252', 'windows-1256', 'iso-8859-6'] as const
/** Charsets of one byte a letter, which decode anything without complaint. */
const DOUBTFUL = /^(?:windows-125[0-8]|iso-8859-\d+|macintosh)$/
/** A declared charset may read somewhat worse than another and still be the right one. */
const TRUST = 0.7
const MOST_WORDS = 20_000
const MOST_LETTERS = 40
const HIGH = /[^\0-\u007f]/g
const LETTER = /[\p{L}\p{M}]/u
const DEBRIS = /[\ufffd\u0080-\u009f]/
const ARABIC = /[\u0620-\u065f\u0670-\u06d3]/g
/** Greek, Cyrillic, Hebrew. */
const OTHER = /[\u0370-\u05ff]/g
const LATIN = /\p{Script=Latin}/gu
const ACCENTED = /[\u00c0-\u024f]/g
const DEBRIS_COST = 10
/** Arabic words begin so more often than with any other two letters. */
const ARTICLE = /^[وفبك]?ال/
/** A short word may be all accents, a longer one may not. */
const SHORT = 3
const MOST_ACCENTED = 0.6

/** Reads bytes that are no Unicode. */
export function readOldCharset(bytes: Uint8Array, declared: readonly string[]): OldReading {
  let best: OldReading | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const charset of CANDIDATES) {
    const text = new TextDecoder(charset).decode(bytes)
    const score = readability(text)
    if (score > most) [best, most] = [{ text, charset, declared: declared.includes(charset) }, score]
  }
  for (const charset of declared) {
    if (charset === 'utf-8') continue
    const text = new TextDecoder(charset).decode(bytes)
    const broken = DEBRIS.test(text) && readability(text) < 0
    if (!broken && (!DOUBTFUL.test(charset) || readability(text) >= TRUST * most))
      return { text, charset, declared: true }
  }
  return best ?? { text: new TextDecoder().decode(bytes), charset: 'utf-8', declared: false }
}

/** How well the words read that hold letters beyond ASCII; below zero when they are no words. */
function readability(text: string): number {
  let score = 0
  let words = 0
  HIGH.lastIndex = 0
  for (let match = HIGH.exec(text); match !== null && words < MOST_WORDS; match = HIGH.exec(text)) {
    if (DEBRIS.test(match[0])) score -= DEBRIS_COST
    if (!LETTER.test(match[0])) continue
    const start = edge(text, match.index, -1)
    const end = edge(text, match.index, 1) + 1
    HIGH.lastIndex = end
    score += worth(text.slice(start, end))
    words += 1
  }
  return score
}

/** What a word speaks for its charset, in letters. */
function worth(word: string): number {
  const arabic = word.match(ARABIC)?.length ?? 0
  const latin = word.match(LATIN)?.length ?? 0
  const accented = word.match(ACCENTED)?.length ?? 0
  const other = word.match(OTHER)?.length ?? 0
  if (latin > 0 && arabic + other > 0) return -(arabic + latin + other)
  if (arabic > 0) return arabic + (ARTICLE.test(word) ? 1 : 0)
  if (accented <= MOST_ACCENTED * latin) return accented + other
  return latin > SHORT ? -accented : 0
}

/** The last letter of the word from `from` in a direction. */
function edge(text: string, from: number, step: 1 | -1): number {
  let at = from
  while (Math.abs(at - from) < MOST_LETTERS && LETTER.test(text.charAt(at + step))) at += step
  return at
}
