/**
 * Mojibake: letters that were written in UTF-8, read byte by byte in an old charset, and written again, once or several
 * times. "Ø§Ù„Ù‚Ø§Ù‡Ø±Ø©" (read as windows-1252 or Latin-1) and "ط§ظ„ظ‚ط§ظ‡ط±ط©" (read as windows-1256) are both القاهرة.
 *
 * A text is only touched where it proves to be damaged: a word must turn back into well-formed UTF-8 whole, and into
 * letters that news is written in, three of them at least; or it holds what no language has, "â€™" or an Ã and a sign in
 * the middle of a word. A word too short to prove anything goes with its neighbours. Everything else stays as it is, so
 * that a page of which one field is damaged keeps the others byte for byte.
 */
import type { Span } from '../text/span.ts'

/** A text without mojibake, and the stretch in which it was changed; null when nothing was. */
export type Repair = { readonly text: string; readonly changed: Span | null }

/** A charset that the bytes of UTF-8 were taken for. */
type Misreading = { readonly bytes: ReadonlyMap<string, number>; readonly run: RegExp; readonly hint: RegExp }
type Piece = Span & { readonly letters: string; readonly sequences: number; readonly proof: number }

const MOST_TIMES = 3
/** So many letters in a row that turn back are no accident. */
const FEWEST_SEQUENCES = 3
/** Words further apart than this, or in other lines, prove nothing for each other. */
const MOST_GAP = 80
const PROVEN = 2
const FIRST_HIGH = 0x80
const FIRST_LEAD = 0xc2
const LINE_END = /[\r\n]/
/** Signs that may stand between words in a text that is fine or not: they may be nobody's second half. */
const LOOSE = /[\s\p{P}\p{S}\u00ad\u200c-\u200f]/u
/** What may follow an accented capital at a word's end in a text that is fine. */
const CLOSING = /[\s»›“”„’‘‚…–—-]/u
const IMPOSSIBLE_LEADS = /^[ÂÃÄÅ]/
/** What the first byte of an Arabic letter looks like; two such letters in a row are no accident. */
const ARABIC_LEADS = /^[ØÙÚÛ]/
const WORD_BEFORE = /[a-z]$/
const WORD_AFTER = /^[a-z]/
/** Arabic with its marks, Latin, Greek, Cyrillic, Hebrew, and signs and spaces that stand in prose. */
const EXPECTED =
  /^(?:[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]|[\u00a0-\u017f\u0192\u02c6\u02dc]|[\u0370-\u05ff]|[\u2010-\u2027\u2030\u2039\u203a\u200b-\u200f\u202a-\u202f\u2066-\u2069]|\u20ac|\u2122|\p{Extended_Pictographic})+$/u
/** A control character behind an accented letter: the second half of a letter that was read wrongly twice. */
const HALF = /(?<=[\u00c2-\u00f4])[\u0080-\u009f]+/g
const ESCAPED = /(?<![^\\]\\|^\\)(?:\\u00[89a-f][\da-f]){4,}/gi

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const WESTERN = misreading('windows-1252', '[\\u00c2-\\u00c5\\u00ce-\\u00d1\\u00d7-\\u00db\\u00e2\\u00ef\\u00f0]')
const ARABIC = misreading('windows-1256', '[آأؤإئ\\u00d7طظعغ]')

/** Repairs what is provably mojibake. A text that is fine comes back as the same string. */
export function repairMojibake(text: string): Repair {
  let repaired = unescapeBytes(text)
  for (let times = 0; times < MOST_TIMES; times++) {
    const before = repaired
    // Most signs of the western charset stand in the Arabic one, too, but not the other way round.
    for (const charset of [ARABIC, WESTERN]) repaired = repairOnce(repaired, charset)
    if (repaired === before) break
  }
  return { text: repaired, changed: repaired === text ? null : difference(text, repaired) }
}

function repairOnce(text: string, charset: Misreading): string {
  if (!charset.hint.test(text)) return text
  let result = ''
  let done = 0
  let neighbours: Piece[] = []
  const close = (): void => {
    if (neighbours.some((piece) => piece.sequences >= FEWEST_SEQUENCES) || proofOf(neighbours) >= PROVEN) {
      for (const piece of neighbours) {
        result += text.slice(done, piece.start) + piece.letters
        done = piece.end
      }
    }
    neighbours = []
  }
  for (const match of text.matchAll(charset.run)) {
    const last = neighbours.at(-1)
    const gap = last === undefined ? '' : text.slice(last.end, Math.min(match.index, last.end + MOST_GAP + 1))
    if (gap.length > MOST_GAP || LINE_END.test(gap)) close()
    const pieces = readRun(text, { start: match.index, end: match.index + match[0].length }, charset)
    if (pieces === null) close()
    else neighbours.push(...pieces)
  }
  close()
  return done === 0 ? text : result + text.slice(done)
}

function proofOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.proof, 0)
}

/** The letters that a run of characters turns back into, cut where signs stand that are nobody's half; null when it does not. */
function readRun(text: string, run: Span, charset: Misreading): Piece[] | null {
  const pieces: Piece[] = []
  let start = -1
  let bytes: number[] = []
  let firsts: number[] = []
  const end = (at: number): boolean => {
    if (start < 0) return true
    const letters = decoded(bytes)
    if (letters === null) return false
    const span = { start, end: at }
    pieces.push({ ...span, letters, sequences: firsts.length, proof: proofIn(text, span, firsts) })
    start = -1
    bytes = []
    firsts = []
    return true
  }
  for (let at = run.start; at < run.end; ) {
    const byte = charset.bytes.get(text.charAt(at)) ?? 0
    const length = lengthFrom(byte)
    const tail = Array.from({ length: length - 1 }, (_, index) => charset.bytes.get(text.charAt(at + 1 + index)) ?? 0)
    if (length > 1 && at + length <= run.end && tail.every(isTail)) {
      if (start < 0) start = at
      bytes.push(byte, ...tail)
      firsts.push(at)
      at += length
    } else if (isTail(byte) && LOOSE.test(text.charAt(at))) {
      if (!end(at)) return null
      at += 1
    } else return null
  }
  return end(run.end) ? pieces : null
}

/** How much the piece alone proves: "â€" anywhere, or a capital with a sign, more so in the middle of a word. */
function proofIn(text: string, span: Span, firsts: readonly number[]): number {
  let proof = 0
  for (const [index, first] of firsts.entries()) {
    const sequence = text.slice(first, firsts[index + 1] ?? span.end)
    if (sequence.startsWith('â€')) proof += PROVEN
    else if (IMPOSSIBLE_LEADS.test(sequence) && !CLOSING.test(sequence.charAt(1))) {
      const inWord = WORD_BEFORE.test(text.charAt(span.start - 1)) && WORD_AFTER.test(text.charAt(span.end))
      proof += inWord ? PROVEN : 1
    } else if (firsts.length > 1 && ARABIC_LEADS.test(sequence)) proof += 1
  }
  return proof
}

function decoded(bytes: readonly number[]): string | null {
  try {
    const letters = STRICT.decode(Uint8Array.from(bytes))
    return EXPECTED.test(letters.replace(HALF, '')) ? letters : null
  } catch {
    return null
  }
}

/** Bytes of UTF-8 that a program wrote as the escapes of a string, each for itself: `\u00d8\u00a7`. */
function unescapeBytes(text: string): string {
  if (!text.includes('\\u00')) return text
  return text.replace(ESCAPED, (run) => {
    const bytes = run.match(/[\da-f]{2}(?=\\|$)/gi)?.map((digits) => Number.parseInt(digits, 16)) ?? []
    const letters = decoded(bytes)
    return letters !== null && letters.length >= FEWEST_SEQUENCES && letters.length < bytes.length ? letters : run
  })
}

/** How many bytes a letter has that begins with this one; 1 for a byte that begins none. */
function lengthFrom(byte: number): number {
  if (byte < FIRST_LEAD || byte > 0xf4) return 1
  if (byte < 0xe0) return 2
  return byte < 0xf0 ? 3 : 4
}

function isTail(byte: number): boolean {
  return byte >= FIRST_HIGH && byte < 0xc0
}

function misreading(charset: string, leads: string): Misreading {
  const bytes = new Map<string, number>()
  const decoder = new TextDecoder(charset)
  for (let byte = FIRST_HIGH; byte <= 0xff; byte++) {
    bytes.set(decoder.decode(Uint8Array.of(byte)), byte)
    // Latin-1 shows these bytes as control characters.
    if (charset === 'windows-1252' && byte < 0xa0) bytes.set(String.fromCharCode(byte), byte)
  }
  const all = [...bytes.keys()].join('')
  const tails = [...bytes].flatMap(([character, byte]) => (isTail(byte) ? [character] : [])).join('')
  return { bytes, run: new RegExp(`[${all}]+`, 'g'), hint: new RegExp(`${leads}[${tails}]`) }
}

/** The stretch of the new text outside which both are the same. */
function difference(before: string, after: string): Span {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let same = 0
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1
  return { start, end: after.length - same }
}
