/**
 * Which way a sentence looks around an expression of time: a weekday or month without "last" or "next" lies behind or
 * ahead as the nearest verb does. Arabic marks the future by س and سوف, and says what is planned in the present; a
 * present verb behind لم or كان tells of the past. English marks it by will and to. Where nothing is found, it is null
 * and the reader takes the past, which is what news is made of.
 */
import { arabicVerbForms } from '../lexicon/arabic-verb-forms.ts'
import { eventWords } from '../lexicon/event-words.ts'
import { tenseWords } from '../lexicon/tense-words.ts'
import { cliticReadings } from '../text/clitics.ts'
import { foldKey } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'

export type Tense = 'PAST' | 'FUTURE'

type Kind = Tense | 'PROMISE' | 'PRESENT' | 'CLAUSE' | 'RELATIVE' | null

const TELLING = ['PAST', 'PROMISE', 'FUTURE', 'PRESENT', 'CLAUSE', 'RELATIVE'] as const
/** How far a verb may stand from the time that it tells of, in words; a comma costs several. */
const REACH = 14
const COMMA_COST = 4
/** A present verb behind the words of time is theirs only when it follows at once. */
const PRESENT_REACH = 1
/** الذي يشغل منصب: the present of a relative clause describes, unless the time stands right in it. */
const RELATIVE_REACH = 3
/** How far back كان makes the verb behind it past. */
const AUXILIARY_REACH = 3
/** قد may stand further from its كان: the subject comes between. */
const PLUPERFECT_REACH = 8
/** Behind these stands a noun, whatever it looks like: من يتسهار, إلى سيفاستوبول. */
const BEFORE_NOUNS: ReadonlySet<string> = new Set(['من', 'الي', 'في', 'علي', 'عن', 'مع'])
/** A verb behind the words of time is a little less likely to be theirs. */
const BEHIND_COST = 1
const ARABIC: ReadonlyMap<string, string> = tenseWords.get('ar') ?? new Map()
/** Past forms of the verbs that news tells of acts with; those that are a noun as well, طلب, show nothing. */
const PAST_FORMS: ReadonlySet<string> = pastForms()
const ENGLISH: ReadonlyMap<string, string> = tenseWords.get('en') ?? new Map()

/** Tense of the verb nearest to tokens `first` to `next`; null when there is none that shows it. */
export function tenseAround(tokens: readonly Token[], first: number, next: number): Tense | null {
  const before = look(tokens, first - 1, -1)
  const after = look(tokens, next, 1)
  if (before === null || after === null) return before?.tense ?? after?.tense ?? null
  return after.distance + BEHIND_COST < before.distance ? after.tense : before.tense
}

function look(tokens: readonly Token[], from: number, step: 1 | -1): { tense: Tense; distance: number } | null {
  let distance = 1
  for (let at = from; distance <= REACH; at += step) {
    const token = tokens[at]
    if (token === undefined) return null
    if (token.kind === 'PUNCTUATION') {
      // Behind a comma, a colon or a quotation mark another clause begins.
      if (step === 1) return null
      distance += token.text === '،' || token.text === ',' ? COMMA_COST : 1
      continue
    }
    const kind = kindOf(tokens, at)
    // What another clause says ahead is its own time; back from it lies the verb that the clause hangs on.
    if ((kind === 'CLAUSE' || kind === 'RELATIVE') && step === 1) return null
    if (kind === 'PAST' || kind === 'FUTURE') return { tense: kind, distance }
    if (kind === 'PROMISE') return { tense: step === -1 && isPromised(tokens, at, from) ? 'FUTURE' : 'PAST', distance }
    // An English infinitive behind it says what for, not when; a present verb further off begins another clause.
    if (kind === 'PRESENT' && step === 1 && (distance > PRESENT_REACH || token.script === 'LATIN')) return null
    if (kind === 'PRESENT' && distance > RELATIVE_REACH && kindOf(tokens, at - 1) === 'RELATIVE') {
      distance += 1
      continue
    }
    if (kind === 'PRESENT') return { tense: isToldOfPast(tokens, at) ? 'PAST' : 'FUTURE', distance }
    distance += 1
  }
  return null
}

function kindOf(tokens: readonly Token[], at: number): Kind {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'WORD') return null
  return token.script === 'ARABIC' ? arabicKind(tokens, token, at) : englishKind(tokens, token, at)
}

function arabicKind(tokens: readonly Token[], token: Token, at: number): Kind {
  const whole = known(ARABIC.get(token.key))
  if (whole !== undefined) return token.key === 'قد' ? mayKind(tokens, at) : whole
  const bare = /^[وف]./u.test(token.key) ? token.key.slice(1) : token.key
  const listed = known(ARABIC.get(bare))
  if (listed !== undefined) return bare === 'قد' ? mayKind(tokens, at) : listed
  if (BEFORE_NOUNS.has(tokens[at - 1]?.key ?? '')) return null
  if (PAST_FORMS.has(bare) || PAST_FORMS.has(token.key)) return 'PAST'
  if (isFutureVerb(token)) return 'FUTURE'
  // Behind ف a name is likelier than a present verb: فيدوروف.
  if (/^و?ي...+/u.test(token.key) && !isWholeNoun(bare)) return 'PRESENT'
  if (isPastWithObject(token.key)) return 'PAST'
  if (token.key.startsWith('لل')) return null
  // A feminine verb of the past ends in ت, a plural noun in ات.
  if (/^[^ايتن].+[^ا]ت$/u.test(bare) || /^ا[^ل].*[^ا]ت$/u.test(bare)) return 'PAST'
  // So does a plural one in وا.
  if (/^[^يتن].+وا$/u.test(bare)) return 'PAST'
  return null
}

function pastForms(): Set<string> {
  const nouns = new Set(eventWords.filter(({ pos }) => pos === 'noun').flatMap(({ words }) => words.map(foldKey)))
  const verbs = eventWords.filter(({ lang, pos, strength }) => lang === 'ar' && pos === 'verb' && strength === 'strong')
  const forms = verbs.flatMap(({ words, stems }) => arabicVerbForms(words[0] ?? '', stems))
  return new Set(
    forms.filter(({ tense, key }) => tense === 'PAST' && key.length > 2 && !nouns.has(key)).map(({ key }) => key),
  )
}

/** قد before a present verb is "may", before a past one (تجاوزت too), and in كان قد, it is past. */
function mayKind(tokens: readonly Token[], at: number): Kind {
  const next = tokens[at + 1]?.key ?? ''
  if (isBehindWas(tokens, at, PLUPERFECT_REACH)) return 'PAST'
  return /^[يت]/u.test(next) && !/^ت.+[^ا]ت$/u.test(next) ? 'FUTURE' : 'PAST'
}

/** What is promised or urged stands behind ب, على or إلى and lies ahead; the time right behind the verb is the verb's. */
function isPromised(tokens: readonly Token[], verb: number, last: number): boolean {
  return tokens
    .slice(verb + 1, last + 1)
    .some(({ key, kind }) => kind === 'WORD' && (key === 'علي' || key === 'الي' || /^ب.{3}/u.test(key)))
}

/** ألقاها: a final weak letter is written ا before a pronoun; of other verbs the noun looks the same, قتله. */
function isPastWithObject(key: string): boolean {
  const [, stem] = /^[وف]?(.{2,}ا)(?:ه|ها|هم|هما|نا)$/u.exec(key) ?? []
  if (stem === undefined) return false
  const past = `${stem.slice(0, -1)}ي`
  return ARABIC.get(past) === 'PAST' || PAST_FORMS.has(past)
}

function isFutureVerb(token: Token): boolean {
  return cliticReadings(token).some(
    ({ prefixes, key, suffix }) =>
      suffix === null && prefixes.includes('س') && key.length >= 3 && /^[يتن]/u.test(key) && !ARABIC.has(`س${key}`),
  )
}

function isWholeNoun(key: string): boolean {
  return ARABIC.get(key) === 'NOT_VERB'
}

function englishKind(tokens: readonly Token[], token: Token, at: number): Kind {
  const listed = known(ENGLISH.get(token.key))
  if (listed === 'PRESENT') return isInfinitive(tokens[at + 1]) ? 'PRESENT' : null
  if (listed !== undefined) return listed
  if (tokens[at - 1]?.key === 'be') return null
  return token.key.length > 4 && token.key.endsWith('ed') && token.text === token.key ? 'PAST' : null
}

/** "to" before a verb rather than before a place, the or a number. */
function isInfinitive(next: Token | undefined): boolean {
  return (
    next?.kind === 'WORD' &&
    /^\p{Ll}/u.test(next.text) &&
    !['the', 'a', 'an', 'his', 'her', 'its', 'their'].includes(next.key)
  )
}

function isToldOfPast(tokens: readonly Token[], at: number): boolean {
  return isBehindWas(tokens, at, AUXILIARY_REACH)
}

/** Behind كان, لم or كاد, which put the verb into the past. */
function isBehindWas(tokens: readonly Token[], at: number, reach: number): boolean {
  for (let back = 1; back <= reach; back++) {
    const key = tokens[at - back]?.key ?? ''
    const bare = /^[وف]./u.test(key) ? key.slice(1) : key
    if (['لم', 'كان', 'كانت', 'كاد', 'كادت'].includes(bare)) return true
  }
  return false
}

/** The kind as the search uses it: words that only look like a verb say nothing. */
function known(kind: string | undefined): Kind | undefined {
  if (kind === undefined) return undefined
  return TELLING.find((telling) => telling === kind) ?? null
}
