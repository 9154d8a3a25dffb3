/**
 * What two texts have in common: a hash of their folded words, which copies share, and a SimHash of their word triples,
 * which near copies nearly share. Method: Charikar, "Similarity estimation techniques from rounding algorithms", 2002.
 */
import { createHash } from 'node:crypto'
import { tokenize } from '../text/tokens.ts'

/** Below this many words, triples say too little. */
const FEWEST_WORDS = 30
const BITS = 64
/** Of 64 bits: two cuts of one agency text differ in a few. */
const NEAR_BITS = 6

/** Folded words of a text, punctuation left out. */
function foldedWords(text: string): string[] {
  return tokenize(text)
    .filter((token) => token.kind !== 'PUNCTUATION')
    .map((token) => token.key)
}

/** Hash of an article's folded words: the same for exact copies, whatever their marks and spaces. */
export function textKey(headline: string, text: string): string {
  const words = [...foldedWords(headline), '', ...foldedWords(text)].join(' ')
  return createHash('sha256').update(words).digest('hex').slice(0, 32)
}

/** 64-bit SimHash as a signed integer; null when the text has fewer than 30 words. */
export function simhash(text: string): bigint | null {
  const words = foldedWords(text)
  if (words.length < FEWEST_WORDS) return null
  const sums = new Int32Array(BITS)
  for (let at = 0; at + 2 < words.length; at++) {
    const digest = createHash('sha1')
      .update(`${words[at]} ${words[at + 1]} ${words[at + 2]}`)
      .digest()
    for (let bit = 0; bit < BITS; bit++) {
      const set = ((digest[bit >> 3] ?? 0) >> (bit & 7)) & 1
      sums[bit] = (sums[bit] ?? 0) + (set === 1 ? 1 : -1)
    }
  }
  let hash = 0n
  for (let bit = 0; bit < BITS; bit++) if ((sums[bit] ?? 0) > 0) hash |= 1n << BigInt(bit)
  return BigInt.asIntN(BITS, hash)
}

/** In how many of 64 bits two SimHashes differ. */
export function simhashDistance(a: bigint, b: bigint): number {
  let bits = 0
  for (let rest = BigInt.asUintN(BITS, a ^ b); rest > 0n; rest &= rest - 1n) bits += 1
  return bits
}

/** Whether two texts are cuts of one. */
export function isNearCopy(a: bigint, b: bigint): boolean {
  return simhashDistance(a, b) <= NEAR_BITS
}

/** One more band than near copies may differ in bits: two of them agree in at least one whole band. */
export function nearCopyBands(hash: bigint): string[] {
  const bits = BigInt.asUintN(BITS, hash).toString(2).padStart(BITS, '0')
  const width = Math.ceil(BITS / (NEAR_BITS + 1))
  return Array.from({ length: NEAR_BITS + 1 }, (_, band) => `${band}:${bits.slice(band * width, (band + 1) * width)}`)
}
