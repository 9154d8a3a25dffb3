/**
 * How far a person's name reaches. A name is read part by part: given names, family names, little words that join parts
 * (بن, دي, فان), that begin one (أبو, عبد) or close one (أوغلو, الثاني), and words that no list knows but that can be
 * nothing else. What a name needs to begin depends on what stands before it: behind a title one part is enough.
 */
import { familyNames } from '../../lexicon/family-names.ts'
import { givenNames } from '../../lexicon/given-names.ts'
import { nameLikeness } from '../../lexicon/name-letters.ts'
import { nameParticles, type ParticleKind } from '../../lexicon/name-particles.ts'
import { offices } from '../../lexicon/offices.ts'
import type { PhraseIndex } from '../../text/phrase-index.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import { isPossessed } from './possessed.ts'
import {
  hasArticle,
  isClosed,
  isCommonNoun,
  isPlain,
  isRunningWord,
  isSpeltClosed,
  isState,
  isTimeWord,
  isVerb,
  isWord,
  withoutArticle,
} from './words.ts'

/** A name read in a sentence; token indexes, `last` exclusive. */
export type PersonName = {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly parts: readonly PartKind[]
}

/** What a part is known as: `strong` and `weak` by the lists, `shape` by looking like a name. */
export type PartKind = 'strong' | 'weak' | 'family' | 'family-weak' | 'joined' | 'shape' | 'nisba'

/**
 * TITLE: right behind a title. APPOSITION: behind a title and a comma. NATION: behind a national adjective that stands as a
 * noun («للكندي»). SPEECH: behind a verb of saying. SUBJECT: behind another verb. LIST: behind a name, with و. NONE: nothing
 * says that a name comes.
 */
export type NameCue = 'TITLE' | 'APPOSITION' | 'NATION' | 'SPEECH' | 'SUBJECT' | 'LIST' | 'NONE'

type Part = { readonly kind: PartKind; readonly tokens: number; readonly start: number }

const MOST_PARTS = 7
/** Parts that no list knows, in a row. */
const MOST_SHAPES = 3
const SHORTEST_SHAPE = 3
/** Likeness (natural log odds) that a word needs which no list knows: behind a part of a name or a title, and alone. */
const LIKE_ENOUGH = -2
const LIKE_ALONE = 3
/** Of a word that ends as words of the language do: خروشة, غيله. */
const LIKE_CLOSING = 0
/** Behind a verb that says nothing, of the only part. */
const LIKE_SUBJECT = 7

/** The name that starts at token `first`, as far as it reaches; null when none does. */
export function personNameAt(
  sentence: AnalyzedSentence,
  first: number,
  cue: NameCue,
  names: NamesInSentence,
): PersonName | null {
  const parts: Part[] = []
  let at = first
  while (parts.length < MOST_PARTS) {
    const part = partAt(sentence, at, parts, cue, names)
    if (part === null) break
    parts.push(part)
    at += part.tokens
  }
  const [head] = parts
  const kinds = parts.map(({ kind }) => kind)
  if (head === undefined || !isEnough(kinds, cue, sentence.tokens[first], sentence.tokens[at - 1])) return null
  return { first, last: at, start: head.start, end: sentence.tokens[at - 1]?.end ?? head.start, parts: kinds }
}

/**
 * Where the name of somebody after whom a house or street is named ends, with the honour before it («الملك عبد العزيز»,
 * «رفيق الحريري»); null when no known name stands at `first`.
 */
export function patronEnd(sentence: AnalyzedSentence, first: number, names: NamesInSentence): number | null {
  const honour = offices.matchAt(sentence.tokens, first).find(({ reading }) => reading === null)
  const at = first + (honour?.tokens ?? 0)
  const name = personNameAt(sentence, at, honour === undefined ? 'NONE' : 'TITLE', names)
  if (name === null || name.start !== sentence.tokens[at]?.start) return null
  return name.parts.some((part) => part !== 'shape' && part !== 'nisba') ? name.last : null
}

function isEnough(
  kinds: readonly PartKind[],
  cue: NameCue,
  token: Token | undefined,
  last: Token | undefined,
): boolean {
  const isNisba = last?.key.endsWith('ي') === true
  const [head, second] = kinds
  if (isSubject(cue) && head !== undefined && isEnoughForSubject(kinds, cue, token)) return true
  if (cue === 'LIST' && head === 'shape' && second !== undefined) return true
  if (second === 'joined' && head !== undefined) return true
  if (head === 'joined' && second === undefined && token !== undefined && isByname(token, last)) return true
  const isAmbiguous = token !== undefined && isLikeClosed(token)
  if (isAmbiguous && (kinds.length < 2 || second === 'shape' || second === 'nisba')) return false
  if (cue === 'TITLE') return kinds.length > 1 || token === undefined || !isSpeltClosed(token)
  const hasList = kinds.some((kind) => kind === 'strong' || kind === 'family' || kind === 'joined')
  if (kinds.length < 2 || head === undefined || second === undefined) return cue === 'APPOSITION' && hasList
  const isCut = token !== undefined && isPlain(token, 3) && !isPlain(token)
  if (head === 'strong' && isCut && (second === 'shape' || second === 'nisba')) return false
  if (head === 'strong' || (head === 'joined' && second !== 'shape')) return true
  if (head === 'weak' && token !== undefined && isPlain(token, 3) && second !== 'family') return false
  if (head === 'weak' && second === 'shape' && last !== undefined && nameLikeness(last.key) >= LIKE_ALONE) return true
  if (head === 'weak')
    return (
      hasList ||
      (second === 'nisba' && isNisba) ||
      second === 'weak' ||
      second === 'family-weak' ||
      cue === 'APPOSITION'
    )
  return cue === 'APPOSITION' && hasList
}

/** «أبو مازن», «ابن سلمان», «ولد الغزواني»: by which somebody is called. */
function isByname(token: Token, last: Token | undefined): boolean {
  const key = token.key.replace(/^[وفبلك]/u, '')
  return /^اب[ويان]$/u.test(key) || (key === 'ولد' && hasArticle(last?.key ?? ''))
}

/** Behind a verb or a nation one part may be a whole name. */
function isSubject(cue: NameCue): boolean {
  return cue === 'SUBJECT' || cue === 'SPEECH' || cue === 'NATION'
}

function isEnoughForSubject([head, second]: readonly PartKind[], cue: NameCue, token: Token | undefined): boolean {
  if (head === 'shape')
    return cue !== 'SUBJECT' || second !== undefined || nameLikeness(token?.key ?? '') >= LIKE_SUBJECT
  if (token !== undefined && (isPlain(token) || isLikeClosed(token))) return false
  if (head === 'family') return true
  if (head === 'family-weak') return second !== undefined || cue === 'SPEECH'
  return cue !== 'SUBJECT' && head !== 'nisba'
}

function partAt(
  sentence: AnalyzedSentence,
  at: number,
  before: readonly Part[],
  cue: NameCue,
  names: NamesInSentence,
): Part | null {
  const isFirst = before.length === 0
  const token = sentence.tokens[at]
  if (!isFirst && token !== undefined && isHyphen(sentence, at)) {
    const part = partAt(sentence, at + 1, before, cue, names)
    return part === null ? null : { ...part, tokens: part.tokens + 1, start: token.start }
  }
  if (!isWord(token) || isBarred(token, isFirst, cue)) return null
  if (!isFirst && (beginsTitle(sentence, at, names) || isCountry(names, at))) return null
  return (
    joinedAt(sentence, at, before, names) ??
    givenAt(sentence, at, isFirst, names, cue, before.length) ??
    familyAt(sentence, at, before, cue) ??
    shapeAt(sentence, at, before, cue, names)
  )
}

/** «أنان الأمين العام», «خوان كارلوس ملك إسبانيا»: a title of several words, or one with what it is over. */
function beginsTitle(sentence: AnalyzedSentence, at: number, names: NamesInSentence): boolean {
  const match = offices.matchAt(sentence.tokens, at)[0]
  if (match === undefined || match.reading !== null) return false
  if (match.tokens > 1 || match.suffix !== null) return true
  if (isPossessed(sentence.tokens[at + match.tokens - 1], match.values)) return true
  const next = names.startingAt(at + 1)
  const takes = match.values.some((office) => office.takes.has('genitive'))
  return takes && next !== undefined && next.form === 'NAME' && next.start === sentence.tokens[at + 1]?.start
}

/** «تشاووش أوغلو واشنطن»: a country or its seat behind a name is its object. */
function isCountry(names: NamesInSentence, at: number): boolean {
  const name = names.startingAt(at)
  return name?.kind === 'COUNTRY' && name.form !== 'DEMONYM'
}

/** Closed words are no names; «على» is one only where a title makes it Egypt's spelling of علي. */
function isBarred(token: Token, isFirst: boolean, cue: NameCue): boolean {
  return isSpeltClosed(token) && !(isFirst && cue === 'TITLE' && token.text.endsWith('ى'))
}

/** «بن سلمان», «أبو عاقلة», «آل نهيان», «دي ميستورا», «أوغلو». */
function joinedAt(
  sentence: AnalyzedSentence,
  at: number,
  before: readonly Part[],
  names: NamesInSentence,
): Part | null {
  const isFirst = before.length === 0
  const match = nameParticles.matchAt(sentence.tokens, at)[0]
  if (match === undefined || (!isFirst && match.reading !== null)) return null
  const kinds: readonly ParticleKind[] = match.values.map(({ kind }) => kind)
  if (kinds.includes('suffix')) return isFirst ? null : { kind: 'joined', tokens: match.tokens, start: match.start }
  const isKunya = kinds.includes('prefix')
  if (isFirst && !isKunya && match.values.every(({ key }) => key !== 'bin')) return null
  const next = sentence.tokens[at + match.tokens]
  if (!isWord(next) || next.script !== 'ARABIC') return null
  if (!isFirst && !isKunya) {
    // «بن أبي وقاص», «ولد عبد العزيز»
    const inner = joinedAt(sentence, at + match.tokens, [], names)
    if (inner !== null) return { kind: 'joined', tokens: match.tokens + inner.tokens, start: match.start }
  }
  const known =
    givenAt(sentence, at + match.tokens, false, names, 'NONE') ?? listedAt(familyNames, sentence, at + match.tokens)
  const isHouse = match.values.some(({ key }) => key === 'al-family' || key === 'abd') && !isSpeltClosed(next)
  if (isHouse && known === null) return { kind: 'joined', tokens: match.tokens + 1, start: match.start }
  if (known !== null) return { kind: 'joined', tokens: match.tokens + known.tokens, start: match.start }
  if (isFirst || isPlain(next) || names.covers(at + match.tokens)) return null
  return { kind: 'joined', tokens: match.tokens + 1, start: match.start }
}

function givenAt(
  sentence: AnalyzedSentence,
  at: number,
  isFirst: boolean,
  names: NamesInSentence,
  cue: NameCue,
  partsBefore = 1,
): Part | null {
  const match = givenNames.matchAt(sentence.tokens, at)[0]
  if (match === undefined || (!isFirst && match.reading !== null)) return null
  const isStrong = match.values.some(({ strength }) => strength === 'strong')
  const token = sentence.tokens[at]
  if (token === undefined || (match.reading !== null && isWholeWord(token))) return null
  if (isFirst && !isStrong && cue === 'NONE' && isVerb(token.key)) return null
  if (isFirst && cue === 'NONE' && names.startingAt(at)?.form === 'NAME' && names.startingAt(at)?.kind === 'COUNTRY')
    return null
  if (isLikeClosed(token) && !isFirst && hasObject(sentence, at + match.tokens)) return null
  // A longer name of something else begins here: «سان فرانسيسكو», «حسن نية».
  const other = names.startingAt(at)
  if (other !== undefined && other.kind !== 'COUNTRY' && other.last > at + match.tokens) return null
  if (!isStrong && !isFirst && isVerb(token.key) && hasObject(sentence, at + match.tokens)) return null
  // «أردوغان صباح الاثنين»: a name that is whole needs no common word.
  if (!isStrong && partsBefore > 1 && isPlain(token)) return null
  return { kind: isStrong ? 'strong' : 'weak', tokens: match.tokens, start: match.start }
}

/** «كان» is no ك + آن: a word that the language has whole is not cut for a name. */
function isWholeWord(token: Token): boolean {
  const { key } = token
  if (isSpeltClosed(token) || key.startsWith('لل') || isRunningWord(token) || isCommonNoun(key)) return true
  return isVerb(key) || isVerb(key.replace(/^[وف]/u, ''))
}

/** «علي» where a text writes على so: folded they are one. With madda (آن) a word is spelt on purpose. */
function isLikeClosed(token: Token): boolean {
  return isClosed(token.key) && !isSpeltClosed(token) && !token.text.includes('آ')
}

/** A word behind a verb that is no part of a name. */
function hasObject(sentence: AnalyzedSentence, at: number): boolean {
  const next = sentence.tokens[at]
  if (!isWord(next) || isSpeltClosed(next) || isVerb(next.key)) return false
  return !followsName(sentence, at) && offices.matchAt(sentence.tokens, at).length === 0
}

function followsName(sentence: AnalyzedSentence, at: number): boolean {
  return familyNames.matchAt(sentence.tokens, at)[0]?.reading === null
}

function familyAt(sentence: AnalyzedSentence, at: number, before: readonly Part[], cue: NameCue): Part | null {
  const isFirst = before.length === 0
  const match = familyNames.matchAt(sentence.tokens, at)[0]
  const mayHaveProclitic = isFirst && !isSubject(cue)
  if (match === undefined || (isFirst && cue === 'NONE') || (match.reading !== null && !mayHaveProclitic)) return null
  const isStrong = match.values.some(({ strength }) => strength === 'strong')
  const token = sentence.tokens[at]
  if (token === undefined || (!isStrong && (isFirst ? isPlain(token) : isVerb(token.key) || isTimeWord(token.key))))
    return null
  return { kind: isStrong ? 'family' : 'family-weak', tokens: match.tokens, start: match.start }
}

function listedAt(
  list: PhraseIndex<unknown>,
  sentence: AnalyzedSentence,
  at: number,
): { readonly tokens: number } | null {
  const match = list.matchAt(sentence.tokens, at)[0]
  return match === undefined || match.reading !== null ? null : { tokens: match.tokens }
}

/** A word that no list knows: foreign by its look behind a name or a title, or a nisba that closes an Arabic name. */
function shapeAt(
  sentence: AnalyzedSentence,
  at: number,
  before: readonly Part[],
  cue: NameCue,
  names: NamesInSentence,
): Part | null {
  const token = sentence.tokens[at]
  if (token === undefined || token.script !== 'ARABIC') return null
  if (token.key.length < SHORTEST_SHAPE)
    return isSyllable(token, before, cue) ? { kind: 'shape', tokens: 1, start: token.start } : null
  const isFirst = before.length === 0
  const isBeforeBin = isFirst && isLink(sentence, at + 1)
  if (isFirst && cue === 'NONE' && !isBeforeBin) return null
  const isNisba = hasArticle(token.key) && before.length === 1
  if (isNisba && token.key.endsWith('ي') && names.startingAt(at)?.form === 'DEMONYM') {
    return { kind: 'nisba', tokens: 1, start: token.start }
  }
  if (isPlain(token) || isRunningWord(token)) return null
  if (isCovered(names, at, token, isFirst && cue === 'TITLE')) return null
  if (endsAsNoName(token) && (isFirst || hasArticle(token.key) || nameLikeness(token.key) < LIKE_CLOSING)) return null
  if (isBeforeBin) return { kind: 'shape', tokens: 1, start: token.start }
  const isAlone = isFirst && isSubject(cue)
  const isListed = isFirst && cue === 'LIST'
  const key = isListed ? token.key.slice(1) : token.key
  if (isListed && (hasArticle(key) || key.length < SHORTEST_SHAPE)) return null
  const isProclitic = isFirst && /^[وفبلكس]/u.test(key)
  if (!hasArticle(key) && nameLikeness(key) < (isAlone || isProclitic ? LIKE_ALONE : LIKE_ENOUGH)) return null
  if (isAlone && hasArticle(key)) return null
  if (isListed) return { kind: 'shape', tokens: 1, start: token.start + 1 }
  if (before.length > 1 && leavesName(token) && nameLikeness(token.key) < LIKE_ALONE) return null
  if (isOffice(sentence, at) && !(isNisba && cue === 'TITLE')) return null
  if ((!isFirst && isJoined(token)) || (isCutShort(token) && nameLikeness(token.key) < LIKE_ALONE)) return null
  if (isFirst && (isPresent(sentence, at) || /^(?:ف?س[يتن]|لت)/u.test(token.key))) return null
  const part = { tokens: 1, start: token.start }
  if (hasArticle(token.key)) {
    const isKnownShape =
      token.key.endsWith('ي') || (cue !== 'NONE' && nameLikeness(withoutArticle(token.key)) > LIKE_CLOSING)
    const mayClose = !isFirst && isKnownShape && before.every(({ kind }) => kind !== 'nisba' && kind !== 'shape')
    return mayClose ? { ...part, kind: 'nisba' } : null
  }
  if (before.some(({ kind }) => kind === 'nisba')) return null
  const shapes = before.filter(({ kind }) => kind === 'shape').length
  return shapes >= MOST_SHAPES ? null : { ...part, kind: 'shape' }
}

/** «باري رو», «لي وي»: two letters behind a title and another part. */
function isSyllable(token: Token, before: readonly Part[], cue: NameCue): boolean {
  return before.length > 0 && cue === 'TITLE' && token.key.length === 2 && !isClosed(token.key) && !isPlain(token)
}

/** بن, بنت, ولد between two parts. */
function isLink(sentence: AnalyzedSentence, at: number): boolean {
  const match = nameParticles.matchAt(sentence.tokens, at)[0]
  return match?.reading === null && match.values.some(({ key, lang }) => key === 'bin' && lang === 'ar')
}

/** Inside another name; behind a title an adjective without its article may be a name, too: «المدرب البرتغالي جورجي جيسوس». */
function isCovered(names: NamesInSentence, at: number, token: Token, isBehindTitle: boolean): boolean {
  if (!names.covers(at)) return false
  return !(isBehindTitle && names.startingAt(at)?.form === 'DEMONYM' && !hasArticle(token.key))
}

/** Behind two parts, what looks like a preposition, a verb or a plural is one. */
function leavesName(token: Token): boolean {
  return /^[وفبلكيتس]/u.test(token.key) || /(?:ين|ون)$/u.test(token.key)
}

/** Endings and beginnings of words of the language, which hardly any name has that no list knows. */
function endsAsNoName(token: Token): boolean {
  if (/(?:ة|ى|ً|ات|..ه)$/u.test(token.text) || /(?:ها|هم|هما|ائه|ائي)$/u.test(token.key)) return true
  if (/^(?:لل|وال|فال|كال|بال)/u.test(token.key)) return true
  return isAccusative(token.key)
}

/** «رئيسا», «قائلا», «مسموعا». */
function isAccusative(key: string): boolean {
  if (!key.endsWith('ا') || key.length < 4) return false
  const stem = key.slice(0, -1)
  return isCommonNoun(stem) || offices.get(stem).length > 0 || isState(key)
}

/** Behind a name و joins the next words: «وزميله», «وأفضت». */
function isJoined(token: Token): boolean {
  return /^و/u.test(token.key) || /^ف.*ه$/u.test(token.key)
}

/** A preposition and three letters are a short word, hardly a name: «بدور», «بنهب». */
function isCutShort(token: Token): boolean {
  return /^[بلك]...?$/u.test(token.key) && token.key.length === 4
}

/** «يتخذ قرارا»: a word with a verb's beginning and an object behind it. */
function isPresent(sentence: AnalyzedSentence, at: number): boolean {
  const next = sentence.tokens[at + 1]
  return /^[يت]/u.test(sentence.tokens[at]?.key ?? '') && isWord(next) && !isSpeltClosed(next) && !isVerb(next.key)
}

function isOffice(sentence: AnalyzedSentence, at: number): boolean {
  return offices.matchAt(sentence.tokens, at).length > 0
}

function isHyphen(sentence: AnalyzedSentence, at: number): boolean {
  const token = sentence.tokens[at]
  const [previous, next] = [sentence.tokens[at - 1], sentence.tokens[at + 1]]
  if (token === undefined || previous === undefined || next === undefined || !'-‐‑'.includes(token.text)) return false
  return previous.end === token.start && token.end === next.start
}
