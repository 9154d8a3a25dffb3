/**
 * How far the name of a body reaches behind the noun that begins it, and whether what follows makes a name at all. Step by
 * step: a quoted name, a field of government, names that it takes in, definite words, the nouns of a chain of genitives,
 * words that no list knows.
 */

import { officeModifiers } from '../../lexicon/office-modifiers.ts'
import { offices } from '../../lexicon/offices.ts'
import { ministryFields, type OrganizationNoun } from '../../lexicon/organization-nouns.ts'
import { plainWords } from '../../lexicon/plain-words.ts'
import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import { isQuote } from './neighbours.ts'
import { patronEnd } from './person-names.ts'
import {
  hasArticle,
  isBodyAdjective,
  isClosed,
  isPlain,
  isRelative,
  isRunningWord,
  isSpeltClosed,
  isTimeWord,
  isVerb,
  isWord,
  withoutArticle,
} from './words.ts'

/** Where the name ends (a token index, exclusive), the country that it names, and whether it is in quotation marks. */
export type BodyNameEnd = { readonly last: number; readonly country: string | null; readonly isQuoted: boolean }

type Reader = {
  readonly sentence: AnalyzedSentence
  readonly names: NamesInSentence
  readonly follows: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  readonly keys: readonly string[]
  readonly isStrong: boolean
  /** The noun's last word has the article: مجلس النواب. */
  readonly endsDefinite: boolean
  readonly isHeadDefinite: boolean
  readonly hasField: boolean
  at: number
  country: string | null
  /** Proper names taken in; `shapes` of them no list knows. */
  proper: number
  shapes: number
  definite: number
  genitives: number
  fields: number
  isQuoted: boolean
  /** «للدراسات»: what a body is for. */
  isFor: boolean
}

/** Sound plurals and the commonest broken ones: لاجئين, خدمات, معارض, أعمال. */
const PLURAL = /(?:ين|ات|ون)$|^م.ا.ي?.$|^ا..ا.$/u
const MOST_STEPS = 8
const MOST_QUOTED = 6
const MOST_SHAPES = 2
/** Bodies that one adjective makes a name of: المحكمة الدستورية. */
const NAMED_BY_ADJECTIVE: readonly string[] = ['court', 'parliament', 'intelligence', 'army', 'police']
/** Bodies that every state has. */
const OF_STATE: readonly string[] = [
  'state_body',
  'parliament',
  'court',
  'ministry',
  'army',
  'police',
  'intelligence',
  'union',
]
/** Keys of nouns that name the one body of their state by themselves. */
const ALONE: ReadonlySet<string> = new Set(['parliament', 'prosecution'])
/** Bodies whose names are one word or two. */
const MEDIA: readonly string[] = ['outlet', 'agency']

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
  const reader: Reader = {
    sentence,
    names,
    follows: new Set(nouns.flatMap(({ follows }) => [...follows])),
    types: new Set(nouns.map(({ type }) => type)),
    keys: nouns.map(({ key }) => key),
    endsDefinite: hasArticle(sentence.tokens[first + match.tokens - 1]?.key ?? ''),
    isStrong: nouns.some(({ strength }) => strength === 'strong'),
    isHeadDefinite: match.reading?.article ?? hasArticle(head.key),
    hasField: ministryFields.matchAt(sentence.tokens, first + match.tokens).length > 0,
    at: first + match.tokens,
    country: null,
    proper: 0,
    shapes: 0,
    definite: 0,
    genitives: 0,
    fields: 0,
    isQuoted: false,
    isFor: false,
  }
  for (let step = 0; step < MOST_STEPS && readOn(reader); step++);
  return isName(reader, match.tokens) ? { last: reader.at, country: reader.country, isQuoted: reader.isQuoted } : null
}

/**
 * A noun that begins many phrases (إدارة, قيادة, وحدة) needs a field of government, marks, or what it is for; one that begins
 * bodies' names needs a word; a definite one two, or one adjective where such bodies are known by it. A definite noun of
 * two words (النيابة العامة) is a name.
 */
function isName(reader: Reader, nounTokens: number): boolean {
  const { proper, definite, genitives, isHeadDefinite, isStrong, isQuoted, isFor, hasField } = reader
  const words = proper + definite + genitives
  if (words === 0 && isHeadDefinite && nounTokens === 1 && isKnownAlone(reader)) return true
  if (!isStrong) return isQuoted ? !isOnly(reader, MEDIA) : words > 1 && (hasField || (isFor && proper > 0))
  if (proper > 0 || (nounTokens > 1 && reader.endsDefinite && OF_STATE.some((type) => reader.types.has(type))))
    return true
  if (!isHeadDefinite) return definite > 1 || (definite === 1 && !isMotion(reader))
  return words > 1 || (definite === 1 && NAMED_BY_ADJECTIVE.some((type) => reader.types.has(type)))
}

/** «البرلمان», «النيابة»: of each a state has one, and its name is the noun. */
function isKnownAlone(reader: Reader): boolean {
  return reader.keys.every((key) => ALONE.has(key))
}

/** «حركة الطائرات»: a movement of common things is no body. */
function isMotion(reader: Reader): boolean {
  const last = reader.sentence.tokens[reader.at - 1]
  return (
    isOnly(reader, ['party', 'armed_group']) &&
    last !== undefined &&
    (plainWords.has(withoutArticle(last.key)) || isRunningWord(last))
  )
}

function isOnly(reader: Reader, types: readonly string[]): boolean {
  return [...reader.types].every((type) => types.includes(type))
}

function readOn(reader: Reader): boolean {
  const token = reader.sentence.tokens[reader.at]
  if (token === undefined) return false
  if (isQuote(token)) return readQuoted(reader)
  if (!isWord(token)) return false
  return (
    readField(reader) ||
    readIn(reader, token) ||
    readPatron(reader) ||
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
  reader.fields += 1
  return true
}

/** «وزارة الدفاع في كوريا الجنوبية»: whose a body is that several countries have. */
function readIn(reader: Reader, token: Token): boolean {
  const name = reader.names.startingAt(reader.at + 1)
  const isOfState = reader.follows.has('field') || OF_STATE.some((type) => reader.types.has(type))
  if (!isOfState || token.key !== 'في' || reader.definite === 0 || reader.country !== null) return false
  const isWhole = name?.start === reader.sentence.tokens[reader.at + 1]?.start
  if (name?.kind !== 'COUNTRY' || name.form !== 'NAME' || !isWhole) return false
  reader.country = name.lexiconKey
  reader.at = name.last
  reader.proper += 1
  return true
}

/** «جامعة الملك سعود»: a house named after somebody. */
function readPatron(reader: Reader): boolean {
  if (!reader.follows.has('name') || !reader.follows.has('place') || reader.definite + reader.proper > 0) return false
  const last = patronEnd(reader.sentence, reader.at, reader.names)
  if (last === null) return false
  reader.at = last
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
    if (reader.isHeadDefinite || reader.country !== null) return false
    const takes = name.kind === 'ORGANIZATION' ? ['genitive', 'name'] : ['place', 'genitive', 'name']
    if (!takes.some((one) => reader.follows.has(one)) && reader.definite === 0) return false
    if (name.kind === 'COUNTRY') reader.country = name.lexiconKey
  }
  reader.at = name.last
  reader.proper += 1
  return true
}

/** «الأمن», «العامة», «للمعارض», «والمؤتمرات». */
function readDefinite(reader: Reader, token: Token): boolean {
  const isJoined = token.key.startsWith('و') && reader.definite > 0
  const key = isJoined ? token.key.slice(1) : token.key
  const isFused = /^لل/u.test(token.key) && token.key.length > 4
  if (isFused ? !mayBeFor(token) : !hasArticle(key) || !mayBelong(reader, key, isJoined)) return false
  if (isVerb(key) || isClosed(key) || isSpeltClosed(token) || isTimeWord(key) || isRelative(key)) return false
  if (!isBodyAdjective(key) && endsTitle(reader)) return false
  reader.at += 1
  reader.definite += 1
  reader.isFor ||= isFused
  return true
}

/** What a definite word may follow: a name that is whole takes only what bodies are called, «المصرية العامة». */
function mayBelong(reader: Reader, key: string, isJoined: boolean): boolean {
  if (/^لل/u.test(reader.sentence.tokens[reader.at - 1]?.key ?? '')) return true
  const isWhole = reader.proper > 0 || reader.fields > 0 || (reader.isHeadDefinite && reader.definite > 0)
  if (isWhole && !isBodyAdjective(key)) return false
  if ((reader.proper > 0 || reader.definite > 1) && isOnly(reader, MEDIA)) return false
  return !(isJoined && reader.isHeadDefinite)
}

/** «للاجئين», «للمعارض», «للشؤون»: whom or what a body is for, and not what is done: للقيام. */
function mayBeFor(token: Token): boolean {
  const bare = token.key.slice(2)
  const isNoun = plainWords.get(bare)?.has('noun') === true
  return PLURAL.test(bare) || isNoun || ministryFields.get(`ال${bare}`).length > 0
}

/** Adjectives of time and rank belong to the sentence: الحالي, السابق. And an office ends what a body's name is. */
function endsTitle(reader: Reader): boolean {
  const { tokens } = reader.sentence
  const modifier = officeModifiers.matchAt(tokens, reader.at)[0]
  if (modifier !== undefined && modifier.reading === null) return true
  const office = offices.matchAt(tokens, reader.at)[0]
  const isRank = office?.values.every(({ kind, number }) => kind !== 'profession' && number === 'singular')
  return office !== undefined && office.reading === null && isRank === true
}

/** «مجلس إدارة …», «لجنة حماية الصحفيين»: indefinite nouns that a definite word or a name closes. */
function readGenitive(reader: Reader, token: Token): boolean {
  const mayFollow = reader.follows.has('genitive') || reader.follows.has('name')
  if (!mayFollow || reader.isHeadDefinite || reader.definite + reader.proper > 0 || reader.genitives > 1) return false
  if (isSpeltClosed(token) || isVerb(token.key) || token.key.length < 3 || /^(?:[وفبل]|ال)/u.test(token.key))
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
  if (!reader.follows.has('name') || reader.isHeadDefinite || reader.definite > 0) return false
  if (reader.proper !== reader.shapes || reader.shapes >= MOST_SHAPES) return false
  if (hasArticle(token.key) || offices.matchAt(reader.sentence.tokens, reader.at).length > 0) return false
  if (token.script === 'LATIN' ? !/^\p{Lu}/u.test(token.text) : !isForeign(token)) return false
  reader.at += 1
  reader.proper += 1
  reader.shapes += 1
  return true
}

function isForeign(token: Token): boolean {
  if (isPlain(token, 3) || isRunningWord(token) || token.key.length < 3) return false
  return !/(?:ة|ًا|اً|ات|ين|ون)$/u.test(token.text) && !/^[وفبل]/u.test(token.key)
}
