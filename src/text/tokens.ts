/**
 * Cuts a text into words, numbers and punctuation. Tokens and the gaps between them tile the text, and a gap holds
 * nothing but white space, control and invisible characters.
 *
 * A word is a run of letters of one script with its marks; an apostrophe stays inside (d'Ivoire), an English 's is a
 * token of its own, initials with dots are one word (U.S., أ.ف.ب). A hashtag falls into # and its words at _.
 */
import { pointSize } from './code-points.ts'
import { foldKey } from './fold.ts'
import { oncePerString } from './once-per-string.ts'
import { type Facts, noFacts } from './once-per-word.ts'
import type { Span } from './span.ts'

type TokenKind = 'WORD' | 'NUMBER' | 'PUNCTUATION'
export type Script = 'ARABIC' | 'LATIN' | 'OTHER'

/** A string that is a word, number or mark; `key` is its text folded. */
type Word = {
  readonly text: string
  readonly key: string
  /** What has been found out about the word, shared by all its tokens; `oncePerWord` keeps it. */
  readonly facts: Facts
}

/** One token. */
export type Token = Span & Word & { readonly kind: TokenKind; readonly script: Script }

const GAP = 1
const ARABIC = 2
const LATIN = 3
const LETTER = 4
const MARK = 5
const DIGIT = 6
const FORMAT = 7
const PUNCTUATION = 8
const CLASSES = new Uint8Array(0x10000)

const APOSTROPHES = "'\u2019\u02bc"
/** A word with its key, the same object each time, so that whoever looks it up compares no letters. */
const sharedWord = oncePerString(newWord)
/** Between digits: these part decimals or stand in dates, whatever follows. */
const POINTS = '.\u066b'
/** Between digits: these part thousands, so that exactly three digits follow. */
const COMMAS = ',\u066c\u060c'

/** Tokens of `text` in order; `offset` is added to every span, for a slice of a longer text. */
export function tokenize(text: string, offset = 0): Token[] {
  return cut(text, offset, sharedWord)
}

/** The same for a form of a list, which is met once and should not take the place of a word that texts repeat. */
export function tokenizeForm(form: string): Token[] {
  return cut(form, 0, newWord)
}

function newWord(text: string): Word {
  return { text, key: foldKey(text), facts: noFacts() }
}

function cut(text: string, offset: number, wordOf: (text: string) => Word): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at)
    if (kind === GAP || kind === FORMAT) {
      at += 1
      continue
    }
    const end = tokenEnd(text, at, kind)
    const word = wordOf(text.slice(at, end))
    tokens.push({
      start: at + offset,
      end: end + offset,
      text: word.text,
      key: word.key,
      facts: word.facts,
      kind:
        kind === DIGIT ? 'NUMBER' : isLetter(kind) || (end - at > 1 && isPossessive(text, at)) ? 'WORD' : 'PUNCTUATION',
      script: kind === ARABIC ? 'ARABIC' : kind === LATIN || isPossessive(text, at) ? 'LATIN' : 'OTHER',
    })
    at = end
  }
  return tokens
}

function tokenEnd(text: string, at: number, kind: number): number {
  if (kind === DIGIT) return numberEnd(text, at)
  if (isLetter(kind)) return wordEnd(text, at, kind)
  if (isPossessive(text, at)) return at + 2
  if (text[at] === '.') {
    let end = at + 1
    while (text[end] === '.') end += 1
    return end
  }
  return at + pointSize(text, at)
}

function wordEnd(text: string, at: number, script: number): number {
  const initials = initialsEnd(text, at)
  if (initials > 0) return initials
  let end = at + pointSize(text, at)
  while (end < text.length) {
    const kind = classAt(text, end)
    if (kind === script || kind === MARK) end += pointSize(text, end)
    else if (kind === FORMAT && isLetterAfterFormat(text, end, script)) end += 1
    else if (joinsByApostrophe(text, end, script)) end += 1
    else break
  }
  return end
}

/** End of U.S. or أ.ف.ب when one begins here, else 0. */
function initialsEnd(text: string, at: number): number {
  let end = at
  let letters = 0
  while (isLetter(classAt(text, end)) && text[end + 1] === '.') {
    end += 2
    letters += 1
  }
  if (letters === 0) return 0
  if (isLetter(classAt(text, end)) && !continuesWord(text, end + 1)) return end + 1
  if (letters < 2 || isLetter(classAt(text, end))) return 0
  // The dot behind Arabic initials ends the sentence: they are written without a last one.
  return classAt(text, at) === ARABIC ? end - 1 : end
}

function numberEnd(text: string, at: number): number {
  let end = digitsEnd(text, at)
  for (;;) {
    const separator = text[end] ?? ''
    if (separator === '' || classAt(text, end + 1) !== DIGIT) return end
    const next = digitsEnd(text, end + 1)
    if (POINTS.includes(separator) || (COMMAS.includes(separator) && next - end === 4)) end = next
    else return end
  }
}

function digitsEnd(text: string, at: number): number {
  let end = at
  while (classAt(text, end) === DIGIT) end += pointSize(text, end)
  return end
}

function joinsByApostrophe(text: string, at: number, script: number): boolean {
  return (
    script === LATIN &&
    APOSTROPHES.includes(text.charAt(at)) &&
    classAt(text, at + 1) === LATIN &&
    !isPossessive(text, at)
  )
}

function isPossessive(text: string, at: number): boolean {
  return (
    at > 0 &&
    APOSTROPHES.includes(text.charAt(at)) &&
    (text[at + 1] === 's' || text[at + 1] === 'S') &&
    classAt(text, at - 1) === LATIN &&
    !continuesWord(text, at + 2)
  )
}

function continuesWord(text: string, at: number): boolean {
  const kind = classAt(text, at)
  return isLetter(kind) || kind === MARK || kind === DIGIT
}

function isLetterAfterFormat(text: string, at: number, script: number): boolean {
  let next = at
  while (classAt(text, next) === FORMAT) next += 1
  return classAt(text, next) === script
}

function isLetter(kind: number): boolean {
  return kind === ARABIC || kind === LATIN || kind === LETTER
}

/** Class of the character at `at`; 0 behind the end. */
function classAt(text: string, at: number): number {
  if (at >= text.length) return 0
  const unit = text.charCodeAt(at)
  const known = CLASSES[unit]
  if (known !== undefined && known > 0) return known
  const kind = classify(text.slice(at, at + pointSize(text, at)))
  // The first half of a pair says nothing of the next pair that it begins.
  if (unit < 0xd800 || unit > 0xdfff) CLASSES[unit] = kind
  return kind
}

function classify(character: string): number {
  if (/^\p{L}$/u.test(character)) {
    if (/^\p{Script_Extensions=Arabic}$/u.test(character)) return ARABIC
    return /^\p{Script=Latin}$/u.test(character) ? LATIN : LETTER
  }
  if (/^\p{M}$/u.test(character)) return MARK
  if (/^\p{Nd}$/u.test(character)) return DIGIT
  if (/^\p{Cf}$/u.test(character)) return FORMAT
  return /^[\s\p{Z}\p{Cc}\p{Cn}\p{Cs}]$/u.test(character) ? GAP : PUNCTUATION
}
