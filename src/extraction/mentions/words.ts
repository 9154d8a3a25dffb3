/** What a word can be besides a name: the closed classes, common nouns and verbs by which rules tell where a name ends. */
import { type ArabicVerbForm, arabicVerbForms } from '../../lexicon/arabic-verb-forms.ts'
import { eventWords } from '../../lexicon/event-words.ts'
import { closedSpellings, type PlainClass, plainWords } from '../../lexicon/plain-words.ts'
import { runningWords } from '../../lexicon/running-words.ts'
import { speechVerbs } from '../../lexicon/speech-verbs.ts'
import { type CliticReading, wordReadings } from '../../text/clitics.ts'
import { foldKey } from '../../text/fold.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { Token } from '../../text/tokens.ts'

const ARTICLE = 'ال'
const NOMINAL: readonly PlainClass[] = ['noun', 'adjective', 'time']
const CLOSED: readonly PlainClass[] = ['preposition', 'conjunction', 'particle', 'pronoun']

/** Shorter rests than this behind a proclitic are mere letters: كوان is no ك + وان. */
const SHORTEST_REST = 4
const MARKS = /[\u064b-\u0652\u0640]/gu
/** A proclitic written in front of a closed word: وعلى, فإن. */
const CONJUNCTION = /^[وف]/u

const VERBS: ReadonlySet<string> = readVerbs()
const STATES: ReadonlySet<string> = readStates()
const SPEECH: ReadonlySet<string> = new Set(
  speechVerbs
    .filter(({ lang, pos }) => lang === 'ar' && pos === 'verb')
    .flatMap(({ form, stems }) => arabicVerbForms(form, stems))
    .flatMap(({ key, tense }) => (tense === 'PARTICIPLE' ? [] : [key])),
)
const NOUNS: ReadonlySet<string> = new Set(
  eventWords.filter(({ lang, pos }) => lang === 'ar' && pos === 'noun').map(({ words }) => foldKey(words[0] ?? '')),
)

/** A finite verb in a form that news uses; `key` is folded and carries no proclitic. */
export function isVerb(key: string): boolean {
  return VERBS.has(key)
}

/** A verb of saying, in any form of the third person: قال, أوضحت, يؤكد. */
export function isSpeech(key: string): boolean {
  return SPEECH.has(key)
}

/** A participle that says in what state somebody acts: قائلا. */
export function isState(key: string): boolean {
  return STATES.has(key)
}

/** A preposition, conjunction, particle or pronoun. */
export function isClosed(key: string): boolean {
  const classes = plainWords.get(key)
  return classes !== undefined && CLOSED.some((kind) => classes.has(kind))
}

export function isPreposition(key: string): boolean {
  return plainWords.get(key)?.has('preposition') === true
}

/** A common noun or adjective, with its article or without. */
export function isCommonNoun(key: string): boolean {
  if (NOUNS.has(key) || NOUNS.has(withoutArticle(key))) return true
  const classes = plainWords.get(key) ?? plainWords.get(withoutArticle(key))
  return classes !== undefined && NOMINAL.some((kind) => classes.has(kind))
}

/** A closed word as it is spelt: على is one, علي is a name. */
export const isSpeltClosed: (token: Token) => boolean = oncePerWord(({ text }) => {
  const plain = text.replace(MARKS, '')
  return closedSpellings.has(plain) || (plain.length > 2 && closedSpellings.has(plain.replace(CONJUNCTION, '')))
})

/** A word behind which a name comes: اسمه, يدعى. */
export function isNaming(key: string): boolean {
  return plainWords.get(key)?.has('naming') === true
}

/** A participle behind a name that says more of it: التابع, المعروفة. */
export function isRelative(key: string): boolean {
  return plainWords.get(key)?.has('relative') === true
}

/** A weekday, a month, or an adjective of time: الاثنين, المقبل. */
export function isTimeWord(key: string): boolean {
  return plainWords.get(key)?.has('time') === true || plainWords.get(withoutArticle(key))?.has('time') === true
}

/** An adjective that bodies have in their names: العامة, المركزي. */
export function isBodyAdjective(key: string): boolean {
  return plainWords.get(withoutArticle(key))?.has('adjective') === true && !isTimeWord(key)
}

/**
 * A word that is none of a name's: as it stands, or with its proclitics taken off when at least `shortestRest` letters
 * remain.
 */
export function isPlain(token: Token, shortestRest = SHORTEST_REST): boolean {
  return plainRest(token) >= shortestRest
}

/** Letters that remain of the word as a common noun; of one that is plain anyhow more than any rest has; 0 of others. */
const plainRest = oncePerWord((token) => Math.max(...wordReadings(token).map(plainLength)))

function plainLength({ key, prefixes }: CliticReading): number {
  if (prefixes.length > 0 && key.length < 3) return 0
  if (isVerb(key)) return Number.POSITIVE_INFINITY
  if (prefixes.includes('س')) return 0
  if (isClosed(key)) return Number.POSITIVE_INFINITY
  if (!isCommonNoun(key)) return 0
  return prefixes.every((prefix) => prefix === 'و') ? Number.POSITIVE_INFINITY : key.length
}

/** A word of running text, as it stands or behind و or ف. */
export function isRunningWord(token: Token): boolean {
  return runningWords.has(token.key) || (token.key.length > 4 && runningWords.has(token.key.replace(CONJUNCTION, '')))
}

export function isWord(token: Token | undefined): token is Token {
  return token !== undefined && token.kind === 'WORD'
}

export function hasArticle(key: string): boolean {
  return key.startsWith(ARTICLE) && key.length > 4
}

export function withoutArticle(key: string): string {
  return hasArticle(key) ? key.slice(ARTICLE.length) : key
}

function readVerbs(): Set<string> {
  const found = new Set<string>()
  for (const { key, tense } of verbForms()) if (tense !== 'PARTICIPLE') found.add(key)
  for (const [key, classes] of plainWords) if (classes.has('verb')) found.add(key)
  return found
}

/** Participles in the accusative, which say in what state somebody did something: قائلا, مؤكدة. */
function readStates(): Set<string> {
  const found = new Set<string>()
  for (const { key, tense } of verbForms()) if (tense === 'PARTICIPLE') found.add(key)
  return found
}

function verbForms(): readonly ArabicVerbForm[] {
  return eventWords.flatMap(({ lang, pos, words, stems }) => {
    const [verb] = words
    return lang === 'ar' && verb !== undefined && (pos === 'verb' || pos === 'light')
      ? arabicVerbForms(verb, stems)
      : []
  })
}
