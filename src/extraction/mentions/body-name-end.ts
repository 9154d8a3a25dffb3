/** How far the name of a body reaches behind the noun that begins it, and whether what follows makes a name at all. */

import { officeModifiers } from '../../lexicon/office-modifiers.ts'
import { offices } from '../../lexicon/offices.ts'
import { ministryFields, type OrganizationNoun } from '../../lexicon/organization-nouns.ts'
import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import { isQuote } from './neighbours.ts'
import {
  hasArticle,
  isBodyAdjective,
  isClosed,
  isCommonNoun,
  isPlain,
  isSpeltClosed,
  isTimeWord,
  isVerb,
  isWord,
} from './words.ts'

/** Where the name ends (a token index, exclusive) and the country that its adjective or genitive names. */
export type BodyNameEnd = { readonly last: number; readonly country: string | null }

type Reader = {
  readonly sentence: AnalyzedSentence
  readonly names: NamesInSentence
  readonly follows: ReadonlySet<string>
  readonly isHeadDefinite: boolean
  at: number
  country: string | null
  /** Words taken, by what they make of the name. */
  proper: number
  definite: number
  genitives: number
  readonly hasField: boolean
  readonly isOfState: boolean
  isQuoted: boolean
}

const MOST_STEPS = 8
const MOST_QUOTED = 6
const MOST_SHAPES = 2
/** Bodies that one adjective makes a name of: المحكمة الدستورية. */
const NAMED_BY_ADJECTIVE: ReadonlySet<string> = new Set(['court', 'parliament', 'intelligence', 'army', 'police'])

/** Bodies that a state has. */
const OF_STATE: ReadonlySet<string> = new Set(['state_body', 'parliament', 'court', 'ministry', 'army', 'police'])

/** Reads on behind the noun at `first`; null when what follows makes no name. */
export function bodyNameEnd(
  sentence: AnalyzedSentence,
  first: number,
  match: PhraseMatch<OrganizationNoun>,
  nouns: readonly OrganizationNoun[],
  names: NamesInSentence,
): BodyNameEnd | null {
  const head = sentence.tokens[first]
  if (head === undefined) return null
  const isHeadDefinite = match.reading?.article ?? hasArticle(head.key)
  const reader: Reader = {
    sentence,
    names,
    follows: new Set(nouns.flatMap(({ follows }) => [...follows])),
    isHeadDefinite,
    at: first + match.tokens,
    country: null,
    proper: 0,
    definite: 0,
    genitives: 0,
    hasField: ministryFields.matchAt(sentence.tokens, first + match.tokens).length > 0,
    isOfState: nouns.some(({ type }) => OF_STATE.has(type)),
    isQuoted: false,
  }
  for (let step = 0; step < MOST_STEPS && readOn(reader); step++);
  return isName(reader, nouns) ? { last: reader.at, country: reader.country } : null
}

/**
 * A noun that begins many phrases (إدارة, قيادة, وحدة) needs a field of government or several words of a name; one that
 * begins bodies' names needs one, a definite one two, or one adjective where such bodies are known by it.
 */
function isName(reader: Reader, nouns: readonly OrganizationNoun[]): boolean {
  const { proper, definite, genitives, isHeadDefinite } = reader
  const words = proper + definite + genitives
  if (nouns.every(({ strength }) => strength !== 'strong'))
    return reader.isQuoted || (reader.hasField ? words > 1 : false)
  if (proper > 0) return true
  if (!isHeadDefinite) return definite > 0
  return words > 1 || (definite === 1 && nouns.some(({ type }) => NAMED_BY_ADJECTIVE.has(type)))
}

function readOn(reader: Reader): boolean {
  const token = reader.sentence.tokens[reader.at]
  if (token === undefined) return false
  if (isQuote(token)) return readQuoted(reader)
  if (!isWord(token)) return false
  return (
    readField(reader) ||
    readIn(reader, token) ||
    readName(reader, token) ||
    readDefinite(reader, token) ||
    readGenitive(reader, token) ||
    readShape(reader, token)
  )
}

/** «حزب "إخوة إيطاليا"»: the quoted words whole, with their marks. */
function readQuoted(reader: Reader): boolean {
  const { tokens } = reader.sentence
  if (reader.proper + reader.definite + reader.genitives > 0 || !reader.follows.has('name')) return false
  for (let last = reader.at + 2; last <= reader.at + MOST_QUOTED + 1; last++) {
    const token = tokens[last]
    if (token === undefined) return false
    if (!isQuote(token)) continue
    reader.at = last + 1
    reader.proper += 1
    reader.isQuoted = true
    return true
  }
  return false
}

function readField(reader: Reader): boolean {
  if (!reader.follows.has('field') || reader.definite > 0) return false
  const match = ministryFields.matchAt(reader.sentence.tokens, reader.at)[0]
  if (match === undefined || match.reading !== null) return false
  reader.at += match.tokens
  reader.definite += 1
  return true
}

/** «وزارة الدفاع في كوريا الجنوبية»: whose a body is that several countries have. */
function readIn(reader: Reader, token: Token): boolean {
  const name = reader.names.startingAt(reader.at + 1)
  const isOfState = reader.follows.has('field') || reader.isOfState
  if (!isOfState || token.key !== 'في' || reader.definite === 0 || reader.country !== null) return false
  if (name?.kind !== 'COUNTRY' || name.form !== 'NAME' || name.start !== reader.sentence.tokens[reader.at + 1]?.start)
    return false
  reader.country = name.lexiconKey
  reader.at = name.last
  reader.proper += 1
  return true
}

/** A country's adjective, or a country, place or listed body that the name takes in. */
function readName(reader: Reader, token: Token): boolean {
  const name = reader.names.startingAt(reader.at)
  if (name === undefined || name.start > token.start) return false
  if (name.form === 'DEMONYM') {
    const isIndefinite = token.script === 'ARABIC' && !hasArticle(token.key)
    if (reader.country !== null || isIndefinite) return false
    reader.country = name.lexiconKey
  } else {
    if (reader.isHeadDefinite && reader.definite === 0) return false
    const takes =
      name.kind === 'PLACE' || name.kind === 'COUNTRY' ? ['place', 'genitive', 'name'] : ['genitive', 'name']
    if (!takes.some((one) => reader.follows.has(one)) && reader.definite === 0) return false
    if (name.kind === 'COUNTRY') reader.country ??= name.lexiconKey
  }
  reader.at = name.last
  reader.proper += 1
  return true
}

/** «الأمن», «العامة», «للمعارض», «والمؤتمرات». */
function readDefinite(reader: Reader, token: Token): boolean {
  const joined = token.key.startsWith('و') && reader.definite > 0 ? token.key.slice(1) : token.key
  const isFused = /^لل/u.test(token.key) && token.key.length > 4
  if (!hasArticle(joined) && !isFused) return false
  if (isVerb(joined) || isClosed(joined) || isSpeltClosed(token) || isTimeWord(joined) || endsTitle(reader))
    return false
  if (isFused && !mayBeFor(token)) return false
  // A name that its country or another name has closed takes only what bodies are called: «المصرية العامة».
  if (!isFused && reader.proper > 0 && !isBodyAdjective(joined) && !isFusedBefore(reader)) return false
  if (joined !== token.key && reader.isHeadDefinite && reader.genitives === 0 && !isFusedBefore(reader)) return false
  reader.at += 1
  reader.definite += 1
  return true
}

/** «للاجئين», «للمعارض», «للشؤون»: whom or what a body is for, and not what is done: للقيام. */
function mayBeFor(token: Token): boolean {
  const bare = token.key.slice(2)
  return /(?:ين|ات|ون)$/u.test(bare) || isCommonNoun(bare) || ministryFields.get(`ال${bare}`).length > 0
}

/** Adjectives of time and rank belong to the sentence: الحالي, السابق. And an office ends what a body's name is. */
function endsTitle(reader: Reader): boolean {
  const { tokens } = reader.sentence
  const modifier = officeModifiers.matchAt(tokens, reader.at)[0]
  if (modifier !== undefined && modifier.reading === null) return true
  const office = offices.matchAt(tokens, reader.at)[0]
  return (
    office !== undefined &&
    office.reading === null &&
    office.values.every(({ kind, number }) => kind !== 'profession' && number === 'singular')
  )
}

function isFusedBefore(reader: Reader): boolean {
  return /^لل/u.test(reader.sentence.tokens[reader.at - 1]?.key ?? '')
}

/** «مجلس إدارة …», «لجنة حماية الصحفيين»: indefinite nouns that a definite word or a name closes. */
function readGenitive(reader: Reader, token: Token): boolean {
  const mayFollow = reader.follows.has('genitive') || reader.follows.has('name')
  if (!mayFollow || reader.isHeadDefinite || reader.definite > 0 || reader.proper > 0 || reader.genitives > 1)
    return false
  if (
    hasArticle(token.key) ||
    isSpeltClosed(token) ||
    isVerb(token.key) ||
    token.key.length < 3 ||
    /^[وفبل]/u.test(token.key)
  )
    return false
  const next = reader.sentence.tokens[reader.at + 1]
  if (!isWord(next)) return false
  const closes = hasArticle(next.key) || reader.names.startingAt(reader.at + 1) !== undefined
  const chains = hasArticle(reader.sentence.tokens[reader.at + 2]?.key ?? '') && !isPlain(next)
  if (!closes && !chains) return false
  reader.at += 1
  reader.genitives += 1
  return true
}

/** A proper name that no list knows: «شركة ساتفيك». */
function readShape(reader: Reader, token: Token): boolean {
  if (!reader.follows.has('name') || reader.isHeadDefinite || reader.definite > 0 || reader.proper >= MOST_SHAPES)
    return false
  if (hasArticle(token.key) || offices.matchAt(reader.sentence.tokens, reader.at).length > 0) return false
  if (token.script === 'LATIN' ? !/^\p{Lu}/u.test(token.text) : isPlain(token) || token.key.length < 3) return false
  if (token.script === 'ARABIC' && (/(?:ة|ًا|اً|ات|ين|ون)$/u.test(token.text) || /^[وف]/u.test(token.key))) return false
  reader.at += 1
  reader.proper += 1
  return true
}
