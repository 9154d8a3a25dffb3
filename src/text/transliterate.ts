/**
 * A consonant skeleton by which Arabic and Latin spellings of a name meet: فيدان and Fidan are both "fdn".
 *
 * Scheme, in both scripts: vowels, semivowels (و ي w y), ع and hamza go; sounds that one script cannot tell apart are one
 * (v f → f, p b → b, z s → s, q k c → k, j g gh غ ج → g, dh ض ظ → d); kh خ → x, sh ch ş ç ش → j, th ث → t; a final h
 * goes (ة is written or not); equal neighbours become one. The article goes (al-Sharaa, Sharaa), and Abd is written
 * together with its Name of God (Abdelkarim, Abd al-Karim). It finds candidates, it proves nothing: many names share
 * a skeleton.
 */
import { ARTICLE } from './clitics.ts'
import { foldKey } from './fold.ts'
import { oncePerString } from './once-per-string.ts'
import { readTable } from './table.ts'
import { type Token, tokenize } from './tokens.ts'

const LETTER_COLUMNS = ['form', 'sound', 'gloss', 'source'] as const
const SOUNDS: ReadonlyMap<string, string> = new Map(
  readTable(new URL('./sounds.tsv', import.meta.url), LETTER_COLUMNS).map((row) => [
    row.form,
    row.sound.replace('-', ''),
  ]),
)
const LONGEST_SOUND = Math.max(...[...SOUNDS.keys()].map((form) => form.length))
const LATIN_ARTICLES = new Set(['al', 'el', 'as', 'ash', 'ad', 'an', 'ar', 'at', 'az', 'ul'])
const SERVANT = 'bd'
const SUN_LETTERS = 'trdsjn'

/** Skeletons of the words of a name, parted by spaces; "" for a name without a consonant. */
export const latinKey: (text: string) => string = oncePerString((text) => {
  const parts: string[] = []
  const words = tokenize(text)
  let servant = ''
  for (const [i, word] of words.entries()) {
    if (word.kind === 'PUNCTUATION' || isArticle(words, i)) continue
    const skeleton = skeletonOf(servant === SERVANT ? withArticle(words, i) : withoutArticle(word))
    if (i + 1 < words.length && (skeleton === SERVANT || (skeleton === `${SERVANT}l` && word.key.endsWith('l')))) {
      servant = skeleton
      continue
    }
    const whole = shortenArticle(collapse(servant + skeleton))
    servant = ''
    if (whole !== '') parts.push(whole)
  }
  if (servant !== '') parts.push(servant)
  return parts.join(' ')
})

/** "al" before a hyphen, or between two words. */
function isArticle(words: readonly Token[], i: number): boolean {
  const word = words[i]
  const next = words[i + 1]
  if (word === undefined || next === undefined || !LATIN_ARTICLES.has(word.key)) return false
  return next.text === '-' || ((word.key === 'al' || word.key === 'el') && next.kind === 'WORD')
}

function withoutArticle(word: Token): string {
  const bare = word.script === 'ARABIC' && word.key.startsWith(ARTICLE) && /^[\u0627\u0671]/u.test(word.text)
  return spelling(bare && word.key.length > 4 ? { ...word, key: word.key.slice(ARTICLE.length) } : word)
}

/** Behind Abd the article stays, so that عبد الكريم and Abdelkarim meet. */
function withArticle(words: readonly Token[], i: number): string {
  const word = words[i]
  if (word === undefined) return ''
  return word.script === 'LATIN' && !word.key.startsWith('el') && !word.key.startsWith('al')
    ? `l${spelling(word)}`
    : spelling(word)
}

/** Lower case with the letters kept that folding would merge with others: ş and ç. */
function spelling(word: Token): string {
  if (word.script === 'ARABIC') return word.key.replace(/ه$/u, '')
  return foldKey(word.text.replace(/[şŞșȘšŠ]/gu, 'sh').replace(/[çÇčČ]/gu, 'ch')).replace(/(?<=[aeiou])h$/u, '')
}

const skeletonOf = oncePerString((letters) => {
  let skeleton = ''
  for (let at = 0; at < letters.length; ) {
    let size = Math.min(LONGEST_SOUND, letters.length - at)
    while (size > 1 && !SOUNDS.has(letters.slice(at, at + size))) size -= 1
    skeleton +=
      SOUNDS.get(letters.slice(at, at + size)) ?? (/^[0-9]$/u.test(letters.charAt(at)) ? letters.charAt(at) : '')
    at += size
  }
  return collapse(skeleton)
})

function collapse(skeleton: string): string {
  return skeleton.replace(/(.)\1+/gu, '$1')
}

/** The l of the article is not heard before a sun letter: Abdurrahman, عبد الرحمن. */
function shortenArticle(skeleton: string): string {
  const sun = skeleton.startsWith(`${SERVANT}l`) && SUN_LETTERS.includes(skeleton.charAt(3)) && skeleton.length > 4
  return sun ? SERVANT + skeleton.slice(3) : skeleton
}
