/**
 * Titles as the text writes them: an office with what belongs to it, «نائب وزير الخارجية الروسي», «مبعوث الرئيس الروسي إلى
 * سوريا», «Trade and Industry Secretary». Titles tell where a name begins, and are what a person's role is read from.
 */

import { familyNames } from '../../lexicon/family-names.ts'
import { givenNames } from '../../lexicon/given-names.ts'
import { nameParticles } from '../../lexicon/name-particles.ts'
import { officeModifiers } from '../../lexicon/office-modifiers.ts'
import { type Office, offices } from '../../lexicon/offices.ts'
import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import { isContext } from './country-contexts.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import { isPossessed } from './possessed.ts'
import type { Proposal } from './proposal.ts'
import { hasArticle, isCommonNoun, isPreposition, isSpeltClosed, isWord } from './words.ts'

/** A title with its complements; token indexes, `last` exclusive. */
export type TitlePhrase = {
  readonly first: number
  readonly last: number
  /** Behind a proclitic. */
  readonly start: number
  readonly end: number
  readonly office: Office
  /** It says whose or which: الرئيس, رئيس فرنسا, نائبه; behind مدير or نجل more of the title may come. */
  readonly isDefinite: boolean
  readonly isPlural: boolean
  readonly country: Proposal | null
  readonly organization: Proposal | null
  readonly former: boolean
}

type Reader = {
  readonly sentence: AnalyzedSentence
  readonly names: NamesInSentence
  readonly first: number
  at: number
  takes: ReadonlySet<string>
  country: Proposal | null
  organization: Proposal | null
  former: boolean
  nouns: number
}

const MOST_STEPS = 10
const MOST_NOUNS = 3
/** Kinds of office that may follow any title: «وزير الخارجية الأمير», «الرئيس الجنرال». */
const FOLLOWING: ReadonlySet<string> = new Set(['honorific', 'rank', 'profession'])

/** Titles of a sentence in text order; none lies inside another. `names` are the countries, bodies and places in it. */
export function titlePhrases(sentence: AnalyzedSentence, names: NamesInSentence): TitlePhrase[] {
  const found: TitlePhrase[] = []
  for (let at = 0; at < sentence.tokens.length; ) {
    const title = titleAt(sentence, names, at)
    if (title !== null) found.push(title)
    at = Math.max(at + 1, title?.last ?? 0)
  }
  return found
}

function titleAt(sentence: AnalyzedSentence, names: NamesInSentence, first: number): TitlePhrase | null {
  const before = modifierBefore(sentence, first)
  const match = officeAt(sentence, before)
  const [office] = match?.values ?? []
  if (match === undefined || office === undefined) return null
  const at = before + match.tokens
  const reader: Reader = {
    sentence,
    names,
    first,
    at,
    takes: takesOf(match),
    country: null,
    organization: null,
    former: before > first && isFormer(sentence, first),
    nouns: 0,
  }
  for (let step = 0; step < MOST_STEPS && readOn(reader); step++);
  const token = sentence.tokens[reader.at - 1]
  const start = before > first ? (sentence.tokens[first]?.start ?? match.start) : match.start
  const { country, organization, former } = reader
  const tokens = sentence.tokens.slice(first, reader.at)
  const isNamed = (country !== null && country.form !== 'DEMONYM') || organization !== null
  return {
    first,
    last: reader.at,
    start,
    end: token?.end ?? match.end,
    office,
    isDefinite:
      isNamed ||
      match.suffix !== null ||
      isPossessed(sentence.tokens[at - 1], match.values) ||
      tokens.some(({ key, script }) => script === 'LATIN' || hasArticle(key)),
    isPlural: match.values.every(({ number }) => number === 'plural'),
    country,
    organization,
    former,
  }
}

/** English modifiers stand before: «former President», «acting head». */
function modifierBefore(sentence: AnalyzedSentence, at: number): number {
  const token = sentence.tokens[at]
  if (token?.script !== 'LATIN') return at
  const match = officeModifiers.matchAt(sentence.tokens, at)[0]
  return match === undefined ? at : at + match.tokens
}

function isFormer(sentence: AnalyzedSentence, at: number): boolean {
  return officeModifiers.matchAt(sentence.tokens, at)[0]?.values.some(({ former }) => former) === true
}

/** The longest office; a shorter weak one does not hide a strong one of the same words. */
function officeAt(sentence: AnalyzedSentence, at: number): PhraseMatch<Office> | undefined {
  return offices.matchAt(sentence.tokens, at).find(({ values }) => values.length > 0 && !isGivenName(sentence, at))
}

/** «خليفة بن زايد», «سلطان الجابر», «ابن سلمان»: an office without its article that begins a name. */
export function isGivenName(sentence: AnalyzedSentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || token.script !== 'ARABIC' || hasArticle(token.key)) return false
  if (token.key === 'ابن') return givenNames.matchAt(sentence.tokens, at + 1).some(({ reading }) => reading === null)
  if (!givenNames.matchAt(sentence.tokens, at).some(({ reading }) => reading === null)) return false
  const particle = nameParticles.matchAt(sentence.tokens, at + 1)[0]
  if (particle !== undefined) return particle.reading === null && particle.values.some(({ kind }) => kind !== 'suffix')
  const family = familyNames.matchAt(sentence.tokens, at + 1)[0]
  const isStrong = family?.values.some(({ strength }) => strength === 'strong') === true
  return isStrong && family?.reading === null && hasArticle(sentence.tokens[at + 1]?.key ?? '')
}

function takesOf(match: PhraseMatch<Office>): ReadonlySet<string> {
  return new Set(match.values.flatMap(({ takes }) => [...takes]))
}

/** Takes one more piece of the title; false when the next word is none. */
function readOn(reader: Reader): boolean {
  const token = reader.sentence.tokens[reader.at]
  if (token === undefined) return false
  return (
    readOffice(reader) ||
    readModifier(reader) ||
    readName(reader) ||
    readPrepositional(reader, token) ||
    readNoun(reader, token)
  )
}

function readOffice(reader: Reader): boolean {
  const match = officeAt(reader.sentence, reader.at)
  const [office] = match?.values ?? []
  if (match === undefined || office === undefined || match.reading !== null) return false
  if (!reader.takes.has('office') && !isHolder(reader) && !(FOLLOWING.has(office.kind) && isAsDefinite(reader)))
    return false
  reader.at += match.tokens
  reader.takes = takesOf(match)
  return true
}

/** «نجل الرئيس», «مستشار الوزير»: an office in the genitive, whose own complements follow. */
function isHolder(reader: Reader): boolean {
  const token = reader.sentence.tokens[reader.at]
  return token !== undefined && hasArticle(token.key) && isGenitive(reader, token)
}

/** «الشيخ رائد الكاظمي»: a rank without its article behind a definite title is a name. */
function isAsDefinite(reader: Reader): boolean {
  const [head, next] = [reader.sentence.tokens[reader.first], reader.sentence.tokens[reader.at]]
  return next?.script === 'LATIN' || !hasArticle(head?.key ?? '') || hasArticle(next?.key ?? '')
}

function readModifier(reader: Reader): boolean {
  const match = officeModifiers.matchAt(reader.sentence.tokens, reader.at)[0]
  if (match === undefined || match.reading !== null) return false
  reader.at += match.tokens
  reader.former ||= match.values.some(({ former }) => former)
  return true
}

/** «الروسي», «سوريا», «لجنة حماية الصحفيين», «للأمم المتحدة». */
function readName(reader: Reader): boolean {
  const name = reader.names.startingAt(reader.at)
  if (name === undefined) return false
  const token = reader.sentence.tokens[reader.at]
  const isBehindProclitic = token !== undefined && name.start > token.start
  const isAdjective = name.form === 'DEMONYM'
  if (isBehindProclitic && !(reader.takes.has('genitive') && token.key.startsWith('ل'))) return false
  if (!reader.takes.has(isAdjective ? 'adjective' : 'genitive')) return false
  if (isAdjective && !agrees(reader, name)) return false
  // Behind «الفنلندية» no genitive comes: the next word is a name.
  if (!isAdjective && !isBehindProclitic && reader.country?.form === 'DEMONYM') return false
  takeName(reader, name)
  return true
}

/** One title has one country's adjective, definite where the title is: «السفير يمني حداد» names an ambassador Yumni. */
function agrees(reader: Reader, name: Proposal): boolean {
  const head = reader.sentence.tokens[reader.first]
  const adjective = reader.sentence.tokens[name.first]
  if (head === undefined || adjective === undefined || reader.country?.form === 'DEMONYM') return false
  return adjective.script === 'LATIN' || hasArticle(adjective.key) || !hasArticle(head.key)
}

function takeName(reader: Reader, name: Proposal): void {
  if (name.kind === 'COUNTRY') reader.country ??= name
  if (name.kind === 'ORGANIZATION') reader.organization ??= name
  reader.at = name.last
}

/** «إلى سوريا», «في الأمم المتحدة», «لدى موسكو». */
function readPrepositional(reader: Reader, token: Token): boolean {
  if (!reader.takes.has('genitive') || !isPreposition(token.key) || token.script !== 'ARABIC') return false
  if (!isContext(token, 'at', 'direction', 'party')) return false
  const name = reader.names.startingAt(reader.at + 1)
  if (name === undefined || name.form === 'DEMONYM' || name.start !== reader.sentence.tokens[reader.at + 1]?.start)
    return false
  if (!isContext(token, 'party') && !hasPersonBehind(reader.sentence, name.last)) return false
  takeName(reader, name)
  return true
}

/** «رئيس النادي»: right behind an indefinite head a definite word is its genitive, whatever it is. */
function isGenitive(reader: Reader, token: Token): boolean {
  const before = reader.sentence.tokens[reader.at - 1]
  const isBehindHead = reader.nouns === 0 && reader.country === null && reader.organization === null
  return isBehindHead && reader.takes.has('genitive') && !hasArticle(before?.key ?? '') && !isSpeltClosed(token)
}

/** A given name behind the complement: what stands before it belongs to the title. */
function hasPersonBehind(sentence: AnalyzedSentence, at: number): boolean {
  const match = givenNames.matchAt(sentence.tokens, at)[0]
  return match !== undefined && match.reading === null
}

/** «الأمني», «المالية», «والإسكان»: definite words that are nobody's name. */
function readNoun(reader: Reader, token: Token): boolean {
  if (reader.takes.size === 0 || reader.nouns >= MOST_NOUNS || !isWord(token) || token.script !== 'ARABIC') return false
  const key = token.key.startsWith('و') && reader.at > 0 ? token.key.slice(1) : token.key
  if (!hasArticle(key) || !(isCommonNoun(key) || isGenitive(reader, token))) return false
  reader.at += 1
  reader.nouns += 1
  return true
}
